/** SQL: no more than so many characters of a text; one that is longer ends after a whole word, with an ellipsis. */
export const cutAtWord = (text: string, most: number): string =>
  `(SELECT CASE WHEN char_length(x) <= ${most} THEN x ELSE regexp_replace(left(x, ${most}), '\\s+\\S*$', '') || '…' END FROM (SELECT ${text} AS x) whole)`;

/** SQL: the first line of a text, cut likewise. */
export const firstLine = (text: string, most: number): string => cutAtWord(`split_part(trim(${text}), E'\\n', 1)`, most);
