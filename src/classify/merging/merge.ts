import { MOST_LISTED, wordsOf, type ClaimContent, type Source, type Wording } from '../claim.js';

const saysSame = (a: Wording) => (b: Wording) => wordsOf(a) === wordsOf(b);
const namesSame = (a: Source) => (b: Source) => a.url === b.url;

/** The next version of a claim that takes another's wordings and sources in: what is true, when, topic and harm stay its own. */
export const together = (into: ClaimContent, claim: ClaimContent): ClaimContent => ({
  ...into,
  wordings: [...into.wordings, ...claim.wordings.filter((w) => !into.wordings.some(saysSame(w)))],
  sources: [...into.sources, ...claim.sources.filter((s) => !into.sources.some(namesSame(s)))],
});

/** The same without what it took from another: what it said `before`, by itself, it keeps, and something it says always. */
export const apart = (now: ClaimContent, claim: ClaimContent, before: ClaimContent): ClaimContent => ({
  ...now,
  wordings: orAll(
    now.wordings.filter((w) => !claim.wordings.some(saysSame(w)) || before.wordings.some(saysSame(w))),
    now.wordings,
  ),
  sources: orAll(
    now.sources.filter((s) => !claim.sources.some(namesSame(s)) || before.sources.some(namesSame(s))),
    now.sources,
  ),
});
const orAll = <T>(some: T[], all: T[]): T[] => (some.length > 0 ? some : all);

/** A claim of the chosen wordings, and what stays of the one that they leave; null where nothing would stay, or leave. */
export function split(content: ClaimContent, chosen: readonly number[]): { leaves: ClaimContent; stays: ClaimContent } | null {
  const at = new Set(chosen.filter((i) => i >= 0 && i < content.wordings.length));
  if (at.size === 0 || at.size === content.wordings.length) return null;
  return {
    leaves: { ...content, wordings: content.wordings.filter((_, i) => at.has(i)) },
    stays: { ...content, wordings: content.wordings.filter((_, i) => !at.has(i)) },
  };
}

export const tooMany = ({ wordings, sources }: ClaimContent): boolean => wordings.length > MOST_LISTED || sources.length > MOST_LISTED;
