import { ClaimIndex, type Shared } from '../classify/matching/claim-index.js';
import { match, modelsOf } from '../classify/matching/match.js';
import { answerLines, type Answers } from './answer-posts.js';
import type { Batch } from './lines.js';
import { rulesBy } from './match-rules.js';
import { asPost } from './rows.js';

/** What a thread needs to answer lines of posts; the index is the memory that all threads share. */
export interface Matching {
  index: Shared;
  posts: string;
  top: number;
  model?: string;
}
export interface LineMatcher {
  models: string;
  answer(lines: Pick<Batch, 'lines'>): Answers;
}

/** Sets posts beside claims, line by line; what it answers to a line hangs on nothing that came before. */
export function lineMatcher({ index: shared, posts, top, model }: Matching): LineMatcher {
  const rules = rulesBy(model);
  const index = ClaimIndex.open(shared, rules);
  return {
    models: modelsOf(rules),
    answer: (batch) =>
      answerLines(batch, posts, (row, at, count) => {
        const matches = match(asPost(row, at), index, rules, { top });
        const strength = matches[0]?.strength;
        if (strength) count(strength === 'strong' ? 'strong' : 'suggested');
        const found = matches.map((m) => ({
          claim: JSON.parse(m.versionId) as unknown,
          score: m.score,
          stance: m.stance,
          reasons: m.reasons,
        }));
        return { post: row.id, matches: found };
      }),
  };
}
