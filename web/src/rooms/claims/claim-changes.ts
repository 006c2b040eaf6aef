import type { Claim } from '../../api/types.js';

/** What somebody who approves a version has to read. */
export type Content = Pick<Claim, 'topic' | 'harm' | 'wordings' | 'truth' | 'sources' | 'falseFrom' | 'falseTo'>;
const FIELDS = ['wordings', 'truth', 'sources', 'falseFrom', 'falseTo', 'topic', 'harm'] as const satisfies (keyof Content)[];
export type Field = (typeof FIELDS)[number];

/** The fields in which a new version says something else than the one in force. */
export const changesOf = (old: Content, now: Content): Field[] =>
  FIELDS.filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]));

/** Of what is said as several things: those that are gone, and those that are new. */
export const leftAndCame = (old: readonly string[], now: readonly string[]) => ({
  left: old.filter((text) => !now.includes(text)),
  came: now.filter((text) => !old.includes(text)),
});
