import { ClaimIndex } from '../classify/matching/claim-index.js';
import { match, modelsOf } from '../classify/matching/match.js';
import { answerLines, type Answers } from './answer-posts.js';
import type { Batch } from './lines.js';
import { rulesBy } from './match-rules.js';
import { asPost, type readClaims } from './rows.js';

/** What a thread needs to answer lines of posts. */
export interface Matching {
  claims: Awaited<ReturnType<typeof readClaims>>;
  posts: string;
  top: number;
  model?: string;
}
export interface LineMatcher {
  models: string;
  answer(lines: Pick<Batch, 'lines'>): Answers;
}

/** Sets posts beside claims, line by line; what it answers to a line hangs on nothing that came before. */
export function lineMatcher({ claims: { claims, given }, posts, top, model }: Matching): LineMatcher {
  const rules = rulesBy(model);
  const index = new ClaimIndex(claims, rules.text, rules.index, rules.common);
  return {
    models: modelsOf(rules),
    answer: (batch) =>
      answerLines(batch, posts, (row, at, count) => {
        const matches = match(asPost(row, at), index, rules, { top });
        const strength = matches[0]?.strength;
        if (strength) count(strength === 'strong' ? 'strong' : 'suggested');
        const found = matches.map((m) => ({ claim: given.get(m.claimId), score: m.score, stance: m.stance, reasons: m.reasons }));
        return { post: row.id, matches: found };
      }),
  };
}
