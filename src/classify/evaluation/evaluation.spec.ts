import { describe, expect, test } from '@jest/globals';
import type { Answer, Answered } from './answered.js';
import { calibrationOf } from './calibration.js';
import { rankingOf } from './ranking.js';
import { stancesOf } from './stances.js';
import { thresholdsOf } from './thresholds.js';

const answer = (claim: string, score = 0.5, more: Partial<Answer> = {}): Answer => ({
  claim,
  score,
  strength: null,
  stance: null,
  ...more,
});
const post = (right: string, answers: Answer[], stance: Answered['stance'] = null): Answered => ({
  right: new Set(right.split(' ').filter(Boolean)),
  answers,
  stance,
});

describe('the order of answers', () => {
  const ask = (posts: Answered[], depth = 100, seed = 1) => rankingOf(posts, { depth, seed });
  const values = (posts: Answered[]) => Object.fromEntries(Object.entries(ask(posts)!).map(([name, { value }]) => [name, value]));
  test('a right claim at the second place is worth half, one that is not there nothing', () => {
    expect(values([post('a', [answer('b'), answer('a')])])).toEqual({ 'MAP@5': 0.5, MRR: 0.5, 'P@1': 0, 'R@1': 0, 'R@10': 1, 'R@100': 1 });
    expect(values([post('a', [answer('b')])])).toMatchObject({ 'MAP@5': 0, MRR: 0, 'R@100': 0 });
  });
  test('of two right claims both count: found first and third they are worth (1 + 2/3) / 2', () => {
    const found = values([
      post(
        'a c',
        ['a', 'b', 'c'].map((claim) => answer(claim)),
      ),
    ]);
    expect(found).toMatchObject({ 'P@1': 1, 'R@1': 0.5, 'R@10': 1 });
    expect(found['MAP@5']).toBeCloseTo((1 + 2 / 3) / 2);
  });
  test('a right claim at the sixth place counts for the reciprocal rank and not among the first five', () => {
    expect(
      values([
        post(
          'f',
          [...'abcdef'].map((claim) => answer(claim)),
        ),
      ]),
    ).toMatchObject({ 'MAP@5': 0, MRR: 1 / 6 });
  });
  test('posts about nothing known do not count, and without others there is nothing to tell', () => {
    expect(values([post('a', [answer('a')]), post('', [answer('b')])])['P@1']).toBe(1);
    expect(ask([post('', [])])).toBeNull();
  });
  test('recall is told only as far as answers were asked for', () => {
    expect(Object.keys(ask([post('a', [answer('a')])], 10)!)).toEqual(['MAP@5', 'MRR', 'P@1', 'R@1', 'R@10']);
  });
  test('its interval lies around the value, grows narrower with more posts, and is the same for the same seed', () => {
    const half = (n: number) => Array.from({ length: n }, (_, i) => post('a', [answer(i % 2 === 0 ? 'a' : 'b')]));
    const [few, many] = [20, 500].map((n) => ask(half(n))!['P@1'].interval);
    expect(few[0]).toBeLessThan(0.5);
    expect(few[1]).toBeGreaterThan(0.5);
    // 1.96 standard errors of an even chance to both sides
    expect(many[1] - many[0]).toBeCloseTo((2 * 1.96 * 0.5) / Math.sqrt(500), 1);
    expect(many[1] - many[0]).toBeLessThan((few[1] - few[0]) / 2);
    expect(ask(half(20))).toEqual(ask(half(20)));
    expect(ask(half(500), 100, 2)).not.toEqual(ask(half(500)));
  });
});

test('scores are set beside how often they were right, tenth by tenth', () => {
  const { answers, brier, tenths } = calibrationOf([post('a', [answer('a', 0.92), answer('b', 0.12)]), post('', [answer('c', 1)])], 5);
  expect(answers).toBe(3);
  expect(brier).toBeCloseTo((0.08 ** 2 + 0.12 ** 2 + 1) / 3);
  expect(tenths).toHaveLength(10);
  expect(tenths[9]).toEqual({ from: 0.9, answers: 2, 'mean score': 0.96, right: 0.5 });
  expect(tenths[1]).toEqual({ from: 0.1, answers: 1, 'mean score': 0.12, right: 0 });
  expect(tenths[5]).toEqual({ from: 0.5, answers: 0, 'mean score': null, right: null });
  expect(calibrationOf([post('a', [answer('a', 0.92), answer('b', 0.12)])], 1).answers).toBe(1);
});

test('at each threshold: how much of what is shown is right, how much is found, and how often an alarm is false', () => {
  const posts = [
    post('a', [answer('a', 0.9, { strength: 'strong' }), answer('b', 0.3, { strength: 'suggest' })]),
    post('b', [answer('c', 0.3, { strength: 'suggest' }), answer('b', 0.2, { strength: 'suggest' })]),
    post('', [answer('a', 0.2, { strength: 'suggest' })]),
    post('', [answer('a', 0.01)]),
  ];
  expect(thresholdsOf(posts, 5)).toEqual({
    suggest: { precision: 2 / 5, recall: 1, 'false alarms': 0.5 },
    strong: { precision: 1, recall: 0.5, 'false alarms': 0 },
  });
  expect(thresholdsOf(posts, 1).suggest.recall).toBe(0.5);
});

describe('stances', () => {
  const told = (right: Answered['stance'], said: Answer['stance']) =>
    post('a', [answer('b', 0.9, { stance: 'spread' }), answer('a', 0.5, { stance: said })], right);
  test('are judged beside the right claim, wherever it stands', () => {
    expect(stancesOf([told('denial', 'denial'), told('denial', 'spread'), told('spread', 'spread'), told('question', null)])).toEqual({
      posts: 4,
      'claim not found': 0,
      'no label': 0.25,
      'macro-F1': (2 / 3 + 2 / 3 + 0) / 3,
      F1: { spread: 2 / 3, denial: 2 / 3, question: 0 },
      'denials taken for spread': 0.5,
    });
  });
  test('a post whose claim was not found is counted and not judged; without stances there is nothing to tell', () => {
    expect(stancesOf([told('spread', 'spread'), post('a', [], 'denial')])).toMatchObject({
      posts: 1,
      'claim not found': 1,
      'denials taken for spread': null,
    });
    expect(stancesOf([post('a', [answer('a')]), post('', [], 'unrelated')])).toBeNull();
  });
});
