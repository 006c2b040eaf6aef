import type { Answer, Answered } from '../classify/evaluation/answered.js';
import { calibrationOf } from '../classify/evaluation/calibration.js';
import { rankingOf } from '../classify/evaluation/ranking.js';
import { stancesOf } from '../classify/evaluation/stances.js';
import { thresholdsOf } from '../classify/evaluation/thresholds.js';
import { ClaimIndex } from '../classify/matching/claim-index.js';
import { match, modelsOf, type MatchRules } from '../classify/matching/match.js';
import { SHOWN } from '../classify/matching/matching-table.js';
import { answersIn } from './evaluate-run.js';
import { readJudged, type JudgedSet } from './evaluate-set.js';
import { rulesBy } from './match-rules.js';
import { WrongUse } from './wrong-use.js';

export interface Asked {
  data: string;
  set?: string;
  model?: string;
  run?: string;
  top: number;
  seed: number;
}
export type Evaluated = Awaited<ReturnType<typeof evaluateFiles>>;
export type EvaluatedSet = Evaluated['sets'][number];

/** Judges the matcher, or a file that it wrote, by what people say of a folder's posts. */
export async function evaluateFiles({ data, set, model, run, top, seed }: Asked) {
  const rules = rulesBy(model);
  const { claims, sets } = await readJudged(data, set);
  if (run && sets.length > 1) throw new WrongUse(`--run answers one set: name it by --set, one of ${sets.map((s) => s.name).join(', ')}`);
  const index = run ? null : new ClaimIndex(claims, rules.text, rules.index, rules.common);
  const figures = [];
  for (const one of sets) {
    const said = run ? await answersIn(run, one, rules) : null;
    const posts = [...one.posts].map(([id, { post, right, stance }]): Answered => {
      const answers = said ? (said.get(id) ?? []) : match(post, index!, rules, { top }).map(asAnswer);
      return { right, stance, answers };
    });
    const depth = said ? posts.reduce((most, { answers }) => Math.max(most, answers.length), 1) : top;
    figures.push({ ...sizesOf(one, said), ...figuresOf(posts, { depth, seed }, rules) });
  }
  return { claims: claims.length, model: run ? null : modelsOf(rules), run: run ?? null, seed, shown: SHOWN, sets: figures };
}

const asAnswer = ({ claimId, score, strength, stance }: ReturnType<typeof match>[number]): Answer => ({
  claim: claimId,
  score,
  strength,
  stance: stance.label,
});

function sizesOf({ name, posts }: JudgedSet, said: Map<string, Answer[]> | null) {
  const about = [...posts.values()].filter(({ right }) => right.size > 0).length;
  return { set: name, posts: posts.size, 'about a known claim': about, 'not in the run': said ? posts.size - said.size : 0 };
}

function figuresOf(posts: Answered[], how: { depth: number; seed: number }, { score }: MatchRules) {
  const { suggest, strong } = thresholdsOf(posts, SHOWN);
  return rounded({
    ranking: rankingOf(posts, how),
    thresholds: { suggest: { from: score.thresholds.suggest, ...suggest }, strong: { from: score.thresholds.strong, ...strong } },
    calibration: { first: calibrationOf(posts, 1), shown: calibrationOf(posts, SHOWN) },
    stance: stancesOf(posts),
  });
}
const rounded = <T>(figures: T): T =>
  JSON.parse(
    JSON.stringify(figures, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value)),
  ) as T;
