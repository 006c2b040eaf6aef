import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { matching } from '../classify/matching/matching-table.js';
import { STANCES, type StanceLabel } from '../classify/matching/stance/stance.js';
import type { StanceModel } from '../classify/matching/stance/stance-model.js';
import { LANGUAGES, type Language } from '../classify/matching/stance/stance-table.js';
import { crossJudge, figuresOf } from '../classify/training/stance/judge-stance.js';
import { softmaxModel, type Learning } from '../classify/training/stance/softmax.js';
import { exampleMaker, type Pair } from '../classify/training/stance/stance-example.js';
import { plainCases, variantsOf, type Frame, type Talk } from '../classify/training/stance/variants.js';
import { placeToWrite } from './place-to-write.js';
import { LineError, rows, textOf, type Row } from './rows.js';
import type { Training } from './train-matcher.js';

/** Chosen by cross-validation on `training/stance` (docs/decisions/0059). */
const LEARNING: Learning = { rounds: 120, penalty: 0.0004, claims: 4, least: 0.08 };

/** Trains the model of stances; folds are of claims, so that no post is judged by what others said of its claim. */
export async function trainStance({ data, out, folds, seed }: Omit<Training, 'data'> & { data: string }) {
  placeToWrite(out);
  const { pairs, frames, talk } = await readStances(data);
  if (new Set(pairs.map((p) => p.claim)).size < folds * 2)
    throw new Error(`${data}: pairs about ${folds * 2} claims are needed for ${folds} folds`);
  const seen = exampleMaker(matching);
  const examples = { pairs: pairs.map(seen), more: [...variantsOf(pairs, talk), ...plainCases(pairs, frames)].map(seen) };
  const model = softmaxModel([...examples.pairs, ...examples.more], LEARNING);
  const judged = figuresOf(crossJudge(examples, { folds, seed, learning: LEARNING, thresholds: matching.stance.words.thresholds }));
  const figures = {
    claims: new Set(pairs.map((p) => p.claim)).size,
    pairs: pairs.length,
    'pairs made of them': examples.more.length,
    signs: Object.keys(model.signs).length,
    ...Object.fromEntries(Object.entries(judged).map(([name, n]) => [name, Math.round(n * 10_000) / 10_000])),
  };
  const command = `lachan train stance --data ${data} --folds ${folds} --seed ${seed}`;
  writeFileSync(out, inLines({ ...model, card: { trained_on: [basename(data)], command, seed, figures } }));
  return { out, figures };
}

/** JSON, a sign on each line. */
function inLines({ kind, base, signs, card }: StanceModel): string {
  const lines = Object.entries(signs).map(([name, row]) => `    ${JSON.stringify(name)}: [${row.join(', ')}]`);
  const cards = JSON.stringify(card, null, 2).replaceAll('\n', '\n  ');
  return `{\n  "kind": "${kind}",\n  "card": ${cards},\n  "base": [${base.join(', ')}],\n  "signs": {\n${lines.join(',\n')}\n  }\n}\n`;
}

async function readStances(dir: string): Promise<{ pairs: Pair[]; frames: Frame[]; talk: Talk[] }> {
  const pairs: Pair[] = [];
  const frames: Frame[] = [];
  const talk: Talk[] = [];
  for await (const { row, at } of rows(join(dir, 'pairs.jsonl')))
    pairs.push({
      lang: languageOf(row, at),
      claim: textOf(row, 'claim', at),
      post: textOf(row, 'post', at),
      author: row.author === undefined ? null : textOf(row, 'author', at),
      stance: stanceIn(row, at),
    });
  for await (const { row, at } of rows(join(dir, 'frames.jsonl')))
    frames.push({ lang: languageOf(row, at), stance: stanceIn(row, at), frame: textOf(row, 'frame', at) });
  for await (const { row, at } of rows(join(dir, 'talk.jsonl'))) talk.push({ lang: languageOf(row, at), text: textOf(row, 'text', at) });
  return { pairs, frames, talk };
}
function languageOf(row: Row, at: string): Language {
  const lang = textOf(row, 'lang', at) as Language;
  if (!LANGUAGES.includes(lang)) throw new LineError(`${at}: "lang" must be one of ${LANGUAGES.join(', ')}`);
  return lang;
}
function stanceIn(row: Row, at: string): StanceLabel {
  const stance = textOf(row, 'stance', at) as StanceLabel;
  if (!STANCES.includes(stance)) throw new LineError(`${at}: "stance" must be one of ${STANCES.join(', ')}`);
  return stance;
}
