import { candidates } from '../matching/candidates.js';
import { ClaimIndex, type IndexedClaim } from '../matching/claim-index.js';
import type { MatchRules } from '../matching/match.js';
import type { Found } from '../matching/search.js';
import { tokenise } from '../text/tokens.js';
import type { Example } from './example.js';

/** A post to learn from, with the claims that it is about; none for a post about nothing known. */
export interface TaughtPost {
  text: string;
  right: ReadonlySet<string>;
}

/**
 * What the matcher sees of each post, beside what is right; and of each post that is about a claim the same once more as if that claim
 * were not known: the best of the others is then no match, though it comes first.
 */
export function* examplesOf(claims: readonly IndexedClaim[], posts: Iterable<TaughtPost>, rules: MatchRules): Generator<Example> {
  const index = new ClaimIndex(claims, rules.text, rules.index, rules.common);
  for (const post of posts) {
    const read = tokenise(post.text, rules.text, index.knows);
    const query = index.query(read);
    const found = index.search(query, rules.score.candidates);
    const isRight = ({ claim }: Found) => post.right.has(index.claim(claim).claimId);
    const seen = (some: Found[], of: number): Example => ({
      rows: candidates(some, query, index).map((c) => c.values),
      right: some.map(isRight),
      of,
    });
    const others = found.filter((f) => !isRight(f));
    if (found.length > 0) yield seen(found, post.right.size);
    if (others.length > 0 && others.length < found.length) yield seen(others, 0);
  }
}
