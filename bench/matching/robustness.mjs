import { mean, round } from './measures.mjs';
import { seeded, transforms } from './transforms.mjs';

const ENOUGH = 0.95;
const FEWEST = 10;

/**
 * Each claim, changed by each transform of its language, is looked for: the share found in the first place.
 * A claim that a transform leaves as it was is no test of it, and a transform that changes fewer than ten is left out.
 */
export function robustness(claims, language, rank) {
  const each = transforms
    .filter((t) => t.langs.includes(language))
    .map(({ name, apply }) => {
      const changed = claims
        .map((claim, i) => ({ id: claim.id, before: claim.text, text: apply(claim.text, seeded(i + 1)) }))
        .filter((post) => post.text !== post.before);
      return { name, of: changed.length, found: changed.length < FEWEST ? NaN : mean(changed.map((p) => (rank(p)[0] === p.id ? 1 : 0))) };
    })
    .filter((t) => Number.isFinite(t.found))
    .toSorted((a, b) => a.found - b.found);
  return {
    claims: claims.length,
    transforms: each.length,
    'recall@1, mean': round(mean(each.map((t) => t.found))),
    'recall@1, worst': round(each[0].found),
    below: Object.fromEntries(each.filter((t) => t.found < ENOUGH).map((t) => [t.name, round(t.found, 3)])),
  };
}
