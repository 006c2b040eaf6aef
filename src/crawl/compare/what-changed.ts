import type { Observation } from '../engine/exchange.js';

/** What a look told of a post, as far as two looks are held against each other. */
export interface Told {
  observation: Observation | null;
  title: string | null;
  author: string | null;
  handle: string | null;
  postedAt: Date | null;
  textSha256: string | null;
  counts: { what: string; count: number }[];
}
export type Change = 'gone' | 'back' | 'observation' | 'text' | 'title' | 'author' | 'handle' | 'posted-at' | 'picture' | 'counts' | 'look';
export interface CountChange {
  what: string;
  before: number | null;
  after: number | null;
}

/** What changed from one look to the next, the weightiest first. What one of them did not read, or what a notice says in the post's place, is not said to have changed. */
export function whatChanged(before: Told, after: Told, seen: { picture: boolean; look: boolean }): Change[] {
  const differs = <T>(a: T | null, b: T | null): boolean => a !== null && b !== null && a !== b;
  if (before.observation !== after.observation) return [observed(before, after)];
  const found: [Change, boolean][] = [
    ['text', differs(before.textSha256, after.textSha256)],
    ['author', differs(before.author, after.author)],
    ['handle', differs(before.handle, after.handle)],
    ['title', differs(before.title, after.title)],
    ['posted-at', differs(before.postedAt?.getTime() ?? null, after.postedAt?.getTime() ?? null)],
    ['picture', seen.picture],
    ['counts', countsChanged(before, after).length > 0],
  ];
  const changed = found.filter(([, is]) => is).map(([change]) => change);
  return changed.length === 0 && seen.look ? ['look'] : changed;
}
const observed = (before: Told, after: Told): Change =>
  after.observation === 'gone' ? 'gone' : before.observation === 'gone' && after.observation === 'present' ? 'back' : 'observation';

/** The counts that both looks read, and that differ. */
export function countsChanged(before: Pick<Told, 'counts'>, after: Pick<Told, 'counts'>): CountChange[] {
  const later = new Map(after.counts.map(({ what, count }) => [what, count]));
  return before.counts.flatMap(({ what, count }) => {
    const now = later.get(what);
    return now === undefined || now === count ? [] : [{ what, before: count, after: now }];
  });
}
