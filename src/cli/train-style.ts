import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { asModel, exampleOf, learn } from '../classify/style/learn.js';
import { f1Of, sameness, steepnessOf, unseen } from '../classify/style/judge-style.js';
import { HONEST, driving, type StyleModel } from '../classify/style/style-model.js';
import { labelledFiles, readLabelled, type Labelled } from './labelled.js';
import { Numbers } from '../classify/style/vector.js';
import { placeToWrite } from './place-to-write.js';
import type { Training } from './train-matcher.js';
import { WrongUse } from './wrong-use.js';

/** Trains the model of style; posts that say the same lie in one fold. The same seed gives the same bytes. */
export async function trainStyle({ data, out, folds, seed }: Omit<Training, 'data'> & { data: string }) {
  placeToWrite(out, [data]);
  const files = labelledFiles(data);
  const posts: Labelled[] = [];
  for (const file of files) posts.push(...(await readLabelled(file)));
  const labels = [...new Set(posts.map((p) => p.label))].sort();
  if (labels.length !== 2)
    throw new WrongUse(`${data}: two labels are needed, there are ${labels.length}: ${labels.slice(0, 10).join(', ')}`);
  const numbers = new Numbers();
  const examples = posts.map(({ text, label }) => exampleOf(text, label === labels[1], numbers));
  const signs = numbers.names.length;
  const groups = posts.map(({ text }) => sameness(text));
  const each = [false, true].map((second) => new Set(groups.filter((_, i) => examples[i].second === second)).size);
  if (Math.min(...each) < folds) throw new WrongUse(`${data}: ${folds} different posts of each label are needed, one for each fold`);
  const judged = unseen(examples, groups, { signs, folds, seed });
  const steepness = steepnessOf(judged);
  const told = f1Of(judged.map(({ second, sum }) => ({ second, said: steepness.steep * sum + steepness.base >= 0 })));
  const round = (n: number) => Math.round(n * 10_000) / 10_000;
  const model = asModel(learn(examples, signs, seed), numbers.names, steepness, posts.length);
  const figures = {
    ...Object.fromEntries(labels.map((label, i) => [`posts ${label}`, examples.filter(({ second }) => second === (i === 1)).length])),
    signs: Object.keys(model.signs).length,
    'F1, cross-validated': round(told.weighted),
    [`F1 of ${labels[0]}`]: round(told.first),
    [`F1 of ${labels[1]}`]: round(told.second),
  };
  const command = `lachan train style --data ${data} --folds ${folds} --seed ${seed}`;
  const written: StyleModel = {
    ...{ kind: 'style', note: HONEST, labels: labels as [string, string], ...model },
    card: { trained_on: files.map((file) => basename(file)), command, seed, figures },
  };
  writeFileSync(out, inLines(written));
  return { out, figures, drives: driving(written, DRIVES_SHOWN), note: HONEST };
}
const DRIVES_SHOWN = 15;

/** JSON, a sign on each line. */
function inLines({ signs, card, ...rest }: StyleModel): string {
  const lines = Object.entries(signs).map(([sign, row]) => `    ${JSON.stringify(sign)}: [${row.join(', ')}]`);
  const head = JSON.stringify({ ...rest, card }, null, 2).slice(0, -2);
  return `${head},\n  "signs": {\n${lines.join(',\n')}\n  }\n}\n`;
}
