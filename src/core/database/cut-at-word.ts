/** A longer run without a blank (a link, letters repeated) is cut within, so that it does not take the rest of the text with it. */
const LONGEST_WORD = 30;

/** SQL: no more than so many characters of a text; one that is longer ends after a whole word, with an ellipsis. */
export const cutAtWord = (text: string, most: number): string =>
  `(SELECT CASE WHEN char_length(x) <= ${most} THEN x ELSE regexp_replace(left(x, ${most}), '\\s+\\S{0,${LONGEST_WORD}}$', '') || '…' END FROM (SELECT ${text} AS x) whole)`;

/** SQL: the first line of a text, cut likewise. */
export const firstLine = (text: string, most: number): string => cutAtWord(`split_part(trim(${text}), E'\\n', 1)`, most);
