import type { Language } from './texts.js';

/** “An, Bình và Chi” */
export const names = (people: readonly { name: string }[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(people.map((p) => p.name));
