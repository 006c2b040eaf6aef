import { readTable, type Fault } from '../../core/table.js';

const CASE_STEPS = ['open', 'verifying', 'confirmed'] as const;
const PENALTY_STEPS = ['drawn', 'draft'] as const;
const TAKEDOWN_STEPS = ['draft', 'approved', 'sent'] as const;
export interface ToldJudgement {
  post: string;
  judgement: string;
  claim?: string;
  reason?: string;
}
export interface ToldCase {
  post: string;
  title?: string;
  to: (typeof CASE_STEPS)[number];
  note?: string;
  takedown?: (typeof TAKEDOWN_STEPS)[number];
  penalty?: ToldPenalty;
}
/** A violation record about an invented person, and how far the penalty is brought. */
export interface ToldPenalty {
  to: (typeof PENALTY_STEPS)[number];
  accused: string;
  recorder: string;
  age: number;
  /** what the papers of the invented person say */
  papers: Record<string, string>;
  place: string;
  ended: string;
  facts: string;
  statement: string;
  ground?: string;
  circumstances?: { code: string; ground: string }[];
  measures?: { key: string; days: number }[];
}
export interface StoryTable {
  patience_seconds: number;
  judgements: ToldJudgement[];
  cases: ToldCase[];
  basis: string;
  signer: string;
}

/** What is wrong with the story: it may tell only of reported posts and known claims, and of cases whose post was judged false. */
export function storyFaults({ judgements, cases }: StoryTable, reported: readonly string[], claims: readonly string[]): Fault[] {
  const judgedFalse = judgements.filter((j) => j.judgement === 'false-statement-of-fact').map((j) => j.post);
  return [
    ...judgements.flatMap((j, i): Fault[] =>
      reported.includes(j.post) ? [] : [{ path: ['judgements', i, 'post'], says: `nobody reports the post ${j.post}` }],
    ),
    ...judgements.flatMap((j, i): Fault[] =>
      j.judgement !== 'false-statement-of-fact' || claims.includes(j.claim ?? '')
        ? []
        : [{ path: ['judgements', i], says: `${j.post} is judged false by no claim that is in force` }],
    ),
    ...cases.flatMap((c, i): Fault[] =>
      judgedFalse.includes(c.post) ? [] : [{ path: ['cases', i, 'post'], says: `${c.post} was not judged false: no case` }],
    ),
    ...cases.flatMap((c, i): Fault[] =>
      CASE_STEPS.includes(c.to) ? [] : [{ path: ['cases', i, 'to'], says: `a case is not brought to ${c.to} here` }],
    ),
    ...cases.flatMap((c, i): Fault[] =>
      !c.takedown || (TAKEDOWN_STEPS.includes(c.takedown) && c.to === 'confirmed')
        ? []
        : [{ path: ['cases', i, 'takedown'], says: 'a request is draft, approved or sent, and needs a confirmed case' }],
    ),
    ...cases.flatMap((c, i): Fault[] =>
      !c.penalty || (PENALTY_STEPS.includes(c.penalty.to) && c.to === 'confirmed' && (c.penalty.to === 'drawn' || c.penalty.ground))
        ? []
        : [{ path: ['cases', i, 'penalty'], says: 'a penalty is drawn or draft, the latter with a ground, and needs a confirmed case' }],
    ),
  ];
}
export const readStory = (reported: readonly string[], claims: readonly string[]): StoryTable =>
  readTable<StoryTable>('demo/story.yaml', (t) => storyFaults(t, reported, claims));
