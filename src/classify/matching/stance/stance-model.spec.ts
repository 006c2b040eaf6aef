import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matching } from '../matching-table.js';
import { stanceScorer, type StanceModel } from './stance-model.js';
import { surely } from './stance.js';
import { readStanceModel, stanceFaults } from './stance-table.js';

const dir = mkdtempSync(join(tmpdir(), 'stance-'));
afterAll(() => rmSync(dir, { recursive: true }));
const card = { trained_on: ['own'], command: 'none', seed: 1, figures: {} };
const model = (more: object = {}) =>
  ({ kind: 'stance', base: [0, 0, 0, 0], signs: { 'asks:any': [0, 0, 2, 0] }, card, ...more }) as StanceModel;
const reading = (content: string) => {
  writeFileSync(join(dir, 'wrong.model.json'), content);
  return () => readStanceModel('wrong.model.json', dir);
};

describe('a model of stances', () => {
  test('is refused with the name of its file', () => {
    expect(reading('{"kind": "matcher"}')).toThrow(/wrong\.model\.json:\d+: this is no model of stances/);
    expect(reading('{')).toThrow(/wrong\.model\.json/);
    expect(reading(JSON.stringify(model({ signs: { 'asks:any': [0, 1] } })))).toThrow(/asks:any must be 4 numbers/);
    expect(reading(JSON.stringify(model({ base: null })))).toThrow(/"base" must be 4 numbers/);
    expect(reading(JSON.stringify(model({ signs: {} })))).toThrow(/"signs" must name a sign/);
    expect(reading(JSON.stringify(model()))).not.toThrow();
  });
  test('adds up the signs that it knows and passes over others', () => {
    const { scores } = stanceScorer(model());
    expect(
      scores(
        new Map([
          ['asks:any', 1],
          ['never heard of', 9],
        ]),
      ).question,
    ).toBeCloseTo(Math.exp(2) / (3 + Math.exp(2)));
  });
  test('has a name that follows its weights, not its card', () => {
    const id = stanceScorer(model()).id;
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    expect(stanceScorer(model({ card: { ...card, seed: 2 } })).id).toBe(id);
    expect(stanceScorer(model({ base: [0, 0, 0, 1] })).id).not.toBe(id);
  });
  test('knows each kind of cue that the table lists', () => {
    const kinds = new Set([...matching.stance.words.cues.vi.values()].flat().map((phrase) => phrase.kind));
    const signs = Object.keys(readStanceModel().signs);
    expect([...kinds].filter((kind) => !signs.includes(`cue:${kind}`))).toEqual([]);
  });
});

test('a table of stance names what is wrong in it', () => {
  const words = { vi: ['không'], en: ['not'] };
  const thresholds = { spread: 0.3, denial: 0.3, question: 0.3, unrelated: 2 };
  const faults = stanceFaults({
    thresholds,
    sure: { ...thresholds, unrelated: 0.6, denial: -1 },
    negations: words,
    offices: words,
    domains: ['gov'],
    disguises: ['backwards', 'hidden' as never],
    cues: { denial: { vi: ['sai'], en: [false as never] } },
  });
  expect(faults.map((f) => f.path.join('.'))).toEqual(['thresholds.unrelated', 'sure.denial', 'disguises.1', 'cues.denial.en.0']);
});

test('a label counts only where it is sure enough to set a post aside', () => {
  const scores = { spread: 0.25, denial: 0.65, question: 0.05, unrelated: 0.05 };
  const sure = { spread: 0, denial: 0.7, question: 0.5, unrelated: 0.6 };
  const read = (label: keyof typeof scores | null, denial: number, disguised = false) =>
    surely({ label, scores: { ...scores, denial } }, sure, disguised);
  expect([read('denial', 0.69), read('denial', 0.7), read('spread', 0), read(null, 1)]).toEqual([null, 'denial', 'spread', null]);
  expect([read('denial', 0.9, true), read('spread', 0, true)]).toEqual([null, 'spread']);
});
