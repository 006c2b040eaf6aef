import { STANCES, type StanceLabel } from '../matching/stance/stance.js';
import { share, type Answered } from './answered.js';

export interface StancesTold {
  /** posts with a stance, the right claim among their answers */
  posts: number;
  /** posts with a stance, the right claim not among their answers: these are not judged */
  'claim not found': number;
  'no label': number | null;
  /** the mean of F1 over the stances that occur */
  'macro-F1': number | null;
  F1: Partial<Record<StanceLabel, number>>;
  'denials taken for spread': number | null;
}

/** What is said of stances, beside the right claim of each post; no label is wrong. Null where no post has a stance and a claim. */
export function stancesOf(posts: readonly Answered[]): StancesTold | null {
  const judged = posts.flatMap(({ stance, right, answers }) =>
    stance === null || right.size === 0 ? [] : [{ stance, found: answers.find(({ claim }) => right.has(claim)) }],
  );
  if (judged.length === 0) return null;
  const told = judged.flatMap(({ stance, found }) => (found ? [{ right: stance, said: found.stance }] : []));
  const F1 = Object.fromEntries(
    STANCES.filter((label) => told.some((t) => t.right === label)).map((label) => {
      const count = (of: (t: (typeof told)[number]) => boolean) => told.filter(of).length;
      const hits = count((t) => t.right === label && t.said === label);
      return [label, (2 * hits) / (count((t) => t.right === label) + count((t) => t.said === label))];
    }),
  );
  const denials = told.filter((t) => t.right === 'denial');
  return {
    posts: told.length,
    'claim not found': judged.length - told.length,
    'no label': share(told.filter((t) => t.said === null).length, told.length),
    'macro-F1': share(
      Object.values(F1).reduce((a, b) => a + b, 0),
      Object.keys(F1).length,
    ),
    F1,
    'denials taken for spread': share(denials.filter((t) => t.said === 'spread').length, denials.length),
  };
}
