import type { PsiRules } from './drift-table.js';

/** How far a distribution moved, and how far it would by chance alone. */
export interface Stability {
  index: number;
  chance: number;
}
const Z = 1.644854;

/** Population stability index of counts by bin; `config/drift.yaml` names the formula and its marks. */
export function stabilityOf(now: readonly number[], then: readonly number[], { added }: Pick<PsiRules, 'added'>): Stability {
  const sum = (counts: readonly number[]) => counts.reduce((n, c) => n + c, 0);
  const share = (counts: readonly number[], i: number) => (counts[i] + added) / (sum(counts) + added * counts.length);
  const index = now.reduce((total, _, i) => total + (share(now, i) - share(then, i)) * Math.log(share(now, i) / share(then, i)), 0);
  return { index, chance: chiSquared(now.length - 1) * (1 / sum(now) + 1 / sum(then)) };
}

/** What 95 of 100 draws stay below (Wilson and Hilferty, 1931). */
function chiSquared(degrees: number): number {
  const part = 2 / (9 * degrees);
  return degrees * (1 - part + Z * Math.sqrt(part)) ** 3;
}
