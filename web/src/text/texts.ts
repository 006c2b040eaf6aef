import { fill, type Values } from './fill.js';
import vi from '../../texts/vi.json';

export type Language = 'vi' | 'en';
type Vietnamese = typeof vi & typeof import('../../texts/vi.desks.json') & typeof import('../../texts/vi.registry.json');
type English = typeof import('../../texts/en.json');
export type TextKey = keyof Vietnamese;
// each text stands in both languages, or this does not compile; what the first page never says comes with the desks
const spoken: { vi: Record<keyof English, string>; en?: Record<TextKey, string> } = { vi: { ...(vi as Vietnamese) } };

export const isLoaded = (language: Language): boolean => language in spoken;
/** The office's own language comes with the page, the other when it is asked for. */
export async function load(language: Language): Promise<void> {
  if (language === 'en') spoken.en ??= (await import('../../texts/en.json')).default;
}
/** What the desks beyond triage say; no room but triage opens without it. */
export async function loadDesks(): Promise<void> {
  Object.assign(spoken.vi, (await import('../../texts/vi.desks.json')).default);
}
const texts = (language: Language): Record<string, string> => spoken[language] ?? vi;

/** What pages say that few open: of one claim, of imports, merges, searches of past posts and the matcher, of the log and of users. */
export async function loadRegistry(): Promise<void> {
  Object.assign(spoken.vi, (await import('../../texts/vi.registry.json')).default);
}

export const say = (language: Language, key: TextKey, values?: Values): string => fill(texts(language)[key] ?? key, values);
/** A text whose key is put together at run time; null when there is none. */
export const sayIfThere = (language: Language, key: string, values?: Values): string | null =>
  key in texts(language) ? fill(texts(language)[key], values) : null;
