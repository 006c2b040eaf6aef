import { authorityOn } from '../penalty/competence.js';
import type { Day } from '../penalty/day.js';
import { penaltyLaw } from '../penalty/penalty-table.js';

/** The titles that may sign anything on a day. */
export const signableOn = (day: Day): string[] => authorityOn(penaltyLaw.authorities, day)?.titles.map((t) => t.key) ?? [];

/** The first of somebody's titles that may sign anything on a day; where no amount is decided, that is enough. */
export function signingTitle<T extends { title: string }>(held: readonly T[], day: Day): T | null {
  const signable = signableOn(day);
  return held.find((t) => signable.includes(t.title)) ?? null;
}
