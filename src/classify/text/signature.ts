/** The line under an embedded post that says who wrote it and when: “— Name (@handle) January 6, 2020”. */
const SIGNATURE = /(?:—|–|&mdash;)\s*[^—–\n]{0,80}?\(@\w{1,30}\)\s*((\p{L}+) (\d{1,2}), (\d{4}))/gu;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export interface Signed {
  /** the text with the days of its signatures blanked, as long as before: who wrote a post says what it is about, when it was posted does not */
  text: string;
  /** the day of the first signature, yyyy-mm-dd */
  day: string | null;
}

export function signed(text: string): Signed {
  let day: string | null = null;
  const without = text.replace(SIGNATURE, (line, written: string, month: string, date: string, year: string) => {
    const m = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    if (m === 0) return line;
    day ??= `${year}-${String(m).padStart(2, '0')}-${date.padStart(2, '0')}`;
    return line.slice(0, -written.length) + ' '.repeat(written.length);
  });
  return { text: without, day };
}
