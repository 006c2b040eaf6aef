import { afterAll, expect, test } from '@jest/globals';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStanceModel } from '../classify/matching/stance/stance-table.js';
import { trainStance } from './train-stance.js';

const dir = mkdtempSync(join(tmpdir(), 'train-stance-'));
afterAll(() => rmSync(dir, { recursive: true }));
const given = (name: string) => join('training', 'stance', name);
const lines = readFileSync(given('pairs.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => /"id":\s*"(vi|en)-00[1-9]-/.test(line));
for (const name of ['frames.jsonl', 'talk.jsonl']) copyFileSync(given(name), join(dir, name));
writeFileSync(join(dir, 'pairs.jsonl'), lines.join('\n'));
const trained = async (seed: number, out: string) => {
  await trainStance({ data: dir, out: join(dir, out), folds: 2, seed });
  return readFileSync(join(dir, out), 'utf8');
};

test('a model of stances is the same to the byte for the same seed, and its card says how it was made', async () => {
  const first = await trained(1, 'a.json');
  expect(await trained(1, 'b.json')).toBe(first);
  expect(await trained(2, 'c.json')).not.toBe(first);
  const { card } = readStanceModel('a.json', dir);
  expect(card).toMatchObject({
    command: `lachan train stance --data ${dir} --folds 2 --seed 1`,
    seed: 1,
    figures: { claims: 18, pairs: lines.length },
  });
});
test('a line that is no pair is named', async () => {
  writeFileSync(join(dir, 'pairs.jsonl'), '{"lang": "vi", "claim": "a", "post": "b", "stance": "maybe"}');
  await expect(trained(1, 'd.json')).rejects.toThrow(/pairs\.jsonl:1: "stance" must be one of spread, denial, question, unrelated/);
});
