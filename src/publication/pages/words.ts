import type { Language } from '../../core/pages/texts.js';

type Words = Record<string, Record<Language, string>>;
/** A word as people read it; one that no table names stands as it is. */
export const worded =
  (groups: Record<string, Words>, language: Language) =>
  (group: string, word: string): string =>
    groups[group]?.[word]?.[language] ?? (word === 'none' ? '–' : word);
/** `2026-11` as people read it. */
export const monthIn = (month: string, language: Language): string => {
  const [year, number] = month.split('-');
  return language === 'vi'
    ? `Tháng ${Number(number)}/${year}`
    : new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
};
/** A number as people write it; a dash where none may be told. */
export const inFigures = (language: Language): ((value: number | null) => string) => {
  const numbers = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'vi-VN');
  return (value) => (value === null ? '–' : numbers.format(value));
};
