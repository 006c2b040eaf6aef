import type { ClaimIndex } from '../matching/claim-index.js';
import { match, type MatchRules, type Post, type Strength } from '../matching/match.js';

/** What people decided about a claim and a post: it says it, it does not, or nobody decided. */
export type Decided = 'confirmed' | 'rejected' | 'undecided';
export type Shown = Strength | 'none';
/** One claim beside one post, by the rules in force and by those on trial. */
export interface Compared {
  claimId: string;
  versionId: string;
  decided: Decided;
  before: Shown;
  after: Shown;
  scoreBefore: number | null;
  scoreAfter: number | null;
}
/** How often each came out so: `confirmed.strong.suggest` is the right claims that were strong and would be a suggestion. */
export type Tally = Record<Decided, Record<Shown, Record<Shown, number>>>;

/** Every claim that either shows for the post, and every one in force that was decided on. */
export function compare(
  post: Post,
  decided: ReadonlyMap<string, boolean>,
  index: ClaimIndex,
  rules: { before: MatchRules; after: MatchRules; shown: number },
): Compared[] {
  const said = (by: MatchRules) =>
    new Map(match(post, index, by, { top: rules.shown, floor: by.score.thresholds.suggest }).map((m) => [m.claimId, m]));
  const [before, after] = [said(rules.before), said(rules.after)];
  const claims = [...new Set([...before.keys(), ...after.keys(), ...decided.keys()])].flatMap((claimId) => {
    const versionId = index.versionOf(claimId);
    return versionId === null ? [] : [{ claimId, versionId }];
  });
  return claims.map(({ claimId, versionId }) => ({
    ...{ claimId, versionId },
    decided: decided.has(claimId) ? (decided.get(claimId) ? 'confirmed' : 'rejected') : 'undecided',
    before: before.get(claimId)?.strength ?? 'none',
    after: after.get(claimId)?.strength ?? 'none',
    scoreBefore: before.get(claimId)?.score ?? null,
    scoreAfter: after.get(claimId)?.score ?? null,
  }));
}

export const SHOWN_AS = ['strong', 'suggest', 'none'] as const;
export const DECIDED = ['confirmed', 'rejected', 'undecided'] as const;

export function emptyTally(): Tally {
  const row = () => Object.fromEntries(SHOWN_AS.map((s) => [s, 0])) as Record<Shown, number>;
  const table = () => Object.fromEntries(SHOWN_AS.map((s) => [s, row()])) as Record<Shown, Record<Shown, number>>;
  return Object.fromEntries(DECIDED.map((d) => [d, table()])) as Tally;
}
export function count(tally: Tally, compared: readonly Compared[]): Tally {
  const sum = structuredClone(tally);
  for (const { decided, before, after } of compared) sum[decided][before][after] += 1;
  return sum;
}
