import type { Words } from '../text/words.js';

/** SQL: a text without its marks and capitals; one who types without them finds it, and the other way round. */
export const folded = (text: string): string => `core.folded(${text})`;

/** SQL: the same, where syllables that a hyphen joins stand apart: `vắc-xin` reads like `vac xin`. */
export const foldedApart = (text: string): string => `translate(${folded(text)}, E'-\\u2010\\u2011\\n', '    ')`;

/** SQL: this index of words holds all of them; null where there is none to ask it for. */
export function holdsWords(vector: string, { whole, begun }: Words, put: (value: string) => string): string | null {
  const wanted = [whole && `plainto_tsquery('simple', ${put(whole)})`, begun && `to_tsquery('simple', ${put(begun)} || ':*')`];
  const query = wanted.filter(Boolean).join(' && ');
  return query ? `${vector} @@ (${query})` : null;
}

/** SQL: what narrows a list, with marks or without: where nothing readable was typed, nothing is found. */
export const saysWords = (text: string, words: Words, put: (value: unknown) => string): string =>
  holdsWords(`to_tsvector('simple', ${folded(text)})`, words, (value) => folded(put(value))) ?? 'false';
