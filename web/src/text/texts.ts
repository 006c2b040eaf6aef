import en from '../../texts/en.json';
import vi from '../../texts/vi.json';

export type Language = 'vi' | 'en';
export type TextKey = keyof typeof vi;
// each text stands in both languages, or this does not compile
const both: { vi: Record<TextKey, string>; en: Record<TextKey, string> } = { vi, en };
const extra: Record<keyof typeof en, string> = vi;
void extra;

export type Values = Record<string, string | number>;
export const fill = (text: string, values: Values = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
export const say = (language: Language, key: TextKey, values?: Values): string => fill(both[language][key], values);
/** A text whose key is put together at run time; null when there is none. */
export const sayIfThere = (language: Language, key: string, values?: Values): string | null =>
  key in both[language] ? fill(both[language][key as TextKey], values) : null;
