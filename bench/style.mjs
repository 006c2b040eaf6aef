// How well style is told on posts that were not learned from: `npm run bench -- style --data DIR`, DIR holding *train* and *val* files of posts with labels.
// --beside DIR also asks the Bayes classifier of natural, installed there. Posts that the training repeats, apart from case, links and punctuation, do not count.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { round } from './matching/measures.mjs';

const root = join(import.meta.dirname, '..');
const built = (file) => import(join(root, 'dist', 'src', file));

export default async function bench({ data, beside } = {}) {
  if (!data) throw new Error('--data DIR is needed: a folder with a file named *train* and one named *val*');
  const [{ readLabelled }, { f1Of, sameness }] = await Promise.all([built('cli/labelled.js'), built('classify/style/judge-style.js')]);
  const named = (word) =>
    readdirSync(data).filter((name) => new RegExp(`(^|[^a-z])${word}`, 'i').test(name) && /\.(csv|jsonl)$/i.test(name));
  const read = async (names) => (await Promise.all(names.map((name) => readLabelled(join(data, name))))).flat();
  const [train, val] = [await read(named('train')), await read(named('val'))];
  const known = new Set(train.map(({ text }) => sameness(text)));
  const judged = val.filter(({ text }) => !known.has(sameness(text)));
  const [first, second] = [...new Set(train.map(({ label }) => label))].sort();
  const engines = {
    lachan: await ours(named('train').map((name) => join(data, name))),
    ...(beside ? { 'Bayes of natural': natural(beside) } : {}),
  };
  const figures = Object.entries(engines).map(([name, make]) => {
    const began = performance.now();
    const says = make(train);
    const learned = performance.now() - began;
    const asked = performance.now();
    const f1 = f1Of(judged.map(({ text, label }) => ({ second: label === second, said: says(text) === second })));
    return [
      name,
      {
        F1: round(f1.weighted),
        [`F1 of ${first}`]: round(f1.first),
        [`F1 of ${second}`]: round(f1.second),
        'learned in s': round(learned / 1000, 1),
        'ms a post': round((performance.now() - asked) / judged.length, 2),
      },
    ];
  });
  return {
    node: process.version,
    posts: { learned: train.length, judged: judged.length, 'left out': val.length - judged.length },
    ...Object.fromEntries(figures),
  };
}

/** By the command itself, its cross-validation included. */
async function ours([file, more]) {
  if (!file || more) throw new Error('one file named *train* is needed');
  const [{ styleScorer }, dir] = [await built('classify/style/style-model.js'), mkdtempSync(join(tmpdir(), 'style-'))];
  return () => {
    const out = join(dir, 'style.model.json');
    spawnSync(process.execPath, [join(root, 'bin', 'lachan.mjs'), 'train', 'style', '--data', file, '--out', out], {
      stdio: ['ignore', 2, 2],
    });
    const scorer = styleScorer(JSON.parse(readFileSync(out, 'utf8')));
    rmSync(dir, { recursive: true });
    return (text) => scorer.says(text).label;
  };
}
function natural(dir) {
  const Bayes = createRequire(join(dir, 'package.json'))('natural/lib/natural/classifiers/bayes_classifier.js');
  return (train) => {
    const classifier = new Bayes();
    for (const { text, label } of train) classifier.addDocument(text, label);
    classifier.train();
    return (text) => classifier.classify(text);
  };
}
