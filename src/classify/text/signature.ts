/** The line under an embedded post that says who wrote it and when: “— Name (@handle) January 6, 2020”. */
const SIGNATURE = /(?:—|–|&mdash;)\s{0,20}[^—–\n]{0,80}?\(@\w{1,30}\)\s*((\p{L}+) \d{1,2}, \d{4})/gu;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The text with the days of its signatures blanked, as long as before: who wrote a post says what it is about, when it was posted does not. */
export const withoutSignedDays = (text: string): string =>
  !text.includes('(@')
    ? text
    : text.replace(SIGNATURE, (line, day: string, month: string) =>
        MONTHS.includes(month.slice(0, 3).toLowerCase()) ? line.slice(0, -day.length) + ' '.repeat(day.length) : line,
      );
