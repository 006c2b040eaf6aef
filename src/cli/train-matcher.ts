import { writeFileSync } from 'node:fs';
import { matching } from '../classify/matching/matching-table.js';
import { SIGNAL_NAMES, type MatcherModel } from '../classify/matching/model.js';
import { examplesOf } from '../classify/training/examples.js';
import { crossValidate, precisionAt5, train } from '../classify/training/train.js';
import { placeToWrite } from './place-to-write.js';
import { readTaught } from './taught.js';

/** Folders to learn from, where the model goes, how many folds it is judged by and what shuffles them. */
export interface Training {
  data: string[];
  out: string;
  folds: number;
  seed: number;
}

/** Trains a matcher on folders of claims and posts; its card tells what it learned from and how well it does on posts that it has not seen. */
export async function trainMatcher({ data, out, folds, seed }: Training) {
  placeToWrite(out);
  const sets = [];
  for (const dir of data) sets.push(await readTaught(dir));
  const examples = sets.flatMap(({ claims, posts }) => [...examplesOf(claims, posts, matching)]);
  const about = examples.filter((example) => example.of > 0);
  if (about.length < folds * 2) throw new Error(`${about.length} posts that are about a claim are too few to learn from`);
  const model = train(examples);
  const round = (n: number) => Math.round(n * 10_000) / 10_000;
  const figures = {
    claims: sets.reduce((sum, set) => sum + set.claims.length, 0),
    posts: sets.reduce((sum, set) => sum + set.posts.length, 0),
    'posts about a claim': about.length,
    'MAP@5, cross-validated': round(crossValidate(examples, folds, seed)),
    'MAP@5 on what it was trained on': round(about.reduce((sum, e) => sum + precisionAt5(model, e), 0) / about.length),
  };
  const written: MatcherModel = {
    kind: 'matcher',
    base: round(model.base),
    weights: Object.fromEntries(SIGNAL_NAMES.map((name, i) => [name, round(model.weights[i])])),
    card: {
      trained_on: sets.map((set) => set.name),
      command: `lachan train matcher ${data.map((dir) => `--data ${dir}`).join(' ')} --folds ${folds} --seed ${seed}`,
      date: new Date().toISOString().slice(0, 10),
      seed,
      figures,
    },
  };
  writeFileSync(out, `${JSON.stringify(written, null, 2)}\n`);
  return { out, figures };
}
