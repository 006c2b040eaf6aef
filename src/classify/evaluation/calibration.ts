import { share, type Answered } from './answered.js';

/** Scores of one tenth: how many, what they say on average, and how often they were right. */
export interface Tenth {
  from: number;
  answers: number;
  'mean score': number | null;
  right: number | null;
}
export interface Calibration {
  answers: number;
  brier: number | null;
  tenths: Tenth[];
}

/** Whether a score means what it says, over the first `shown` answers of each post. */
export function calibrationOf(posts: readonly Answered[], shown: number): Calibration {
  const said = posts.flatMap(({ right, answers }) =>
    answers.slice(0, shown).map(({ claim, score }) => ({ score, right: right.has(claim) })),
  );
  const sum = (some: typeof said, of: (s: (typeof said)[number]) => number) => some.reduce((all, s) => all + of(s), 0);
  return {
    answers: said.length,
    brier: share(
      sum(said, (s) => (s.score - (s.right ? 1 : 0)) ** 2),
      said.length,
    ),
    tenths: Array.from({ length: 10 }, (_, tenth) => {
      const some = said.filter((s) => Math.min(9, Math.floor(s.score * 10)) === tenth);
      return {
        from: tenth / 10,
        answers: some.length,
        'mean score': share(
          sum(some, (s) => s.score),
          some.length,
        ),
        right: share(
          sum(some, (s) => Number(s.right)),
          some.length,
        ),
      };
    }),
  };
}
