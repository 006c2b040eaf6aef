import { glossary } from '../../core/glossary/glossary.js';
import { topics } from '../../core/glossary/topics.js';
import type { Language } from '../../core/pages/texts.js';
import { citations } from '../../enforcement/index.js';

type Words = Record<string, Record<Language, string>>;
/** The words of each field by which acts and figures are told. */
export const fieldWords: Record<string, Words> = { ...glossary, topic: topics, end: glossary.penaltyend, provision: citations };
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
