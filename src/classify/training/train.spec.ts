import { describe, expect, test } from '@jest/globals';
import { matching } from '../matching/matching-table.js';
import { SIGNAL_NAMES } from '../matching/model.js';
import { dice } from './dice.js';
import { valueOf, type Example } from './example.js';
import { examplesOf } from './examples.js';
import { crossValidate, precisionAt5, train } from './train.js';

/** Posts with three candidates of two signals: the first tells the right claim, the second is noise. */
function invented(posts: number, seed: number): Example[] {
  const throwOf = dice(seed);
  const noise = () => throwOf(1000) / 1000;
  return Array.from({ length: posts }, () => {
    const at = throwOf(3);
    return {
      rows: [0, 1, 2].map((i) => Float64Array.of((i === at ? 0.6 : 0.2) + noise() * 0.3, noise())),
      right: [0, 1, 2].map((i) => i === at),
      of: 1,
    };
  });
}
const claim = (claimId: string, text: string) => ({ claimId, versionId: claimId, falseFrom: null, falseTo: null, wordings: [text] });

describe('training the matcher', () => {
  test('finds what tells a right claim, and leaves noise without weight', () => {
    const model = train(invented(200, 1));
    expect(model.weights[0]).toBeGreaterThan(5 * model.weights[1]);
    const unseen = invented(100, 2);
    expect(unseen.reduce((sum, e) => sum + precisionAt5(model, e), 0) / unseen.length).toBeGreaterThan(0.95);
  });
  test('gives no signal a weight against a match', () => {
    const contrary = invented(200, 1).map((e) => ({ ...e, rows: e.rows.map((row, i) => Float64Array.of(row[0], e.right[i] ? 0 : 1)) }));
    expect(train(contrary).weights[1]).toBe(0);
  });
  test('gives chances: of the claims that it calls even, about half are right', () => {
    const model = train(invented(400, 3));
    const chances = invented(400, 4).flatMap((e) =>
      e.rows.map((row, i) => ({ p: 1 / (1 + Math.exp(-valueOf(model, row))), right: e.right[i] })),
    );
    const expected = chances.reduce((sum, c) => sum + c.p, 0);
    expect(expected / chances.filter((c) => c.right).length).toBeGreaterThan(0.8);
    expect(expected / chances.filter((c) => c.right).length).toBeLessThan(1.25);
  });
  test('is the same for the same posts and seed', () => {
    const posts = invented(60, 5);
    expect(train(posts)).toEqual(train(posts));
    expect(crossValidate(posts, 4, 7)).toBe(crossValidate(posts, 4, 7));
  });
  test('asks each post once more as if its claim were not known: then the first of the others is no match', () => {
    const claims = [claim('dam', 'Đập hồ Cánh Diều đã vỡ'), claim('road', 'Đường hồ Cánh Diều đã sụt')];
    const posts = [{ text: 'Nghe nói đập hồ Cánh Diều đã vỡ', right: new Set(['dam']) }];
    const lead = SIGNAL_NAMES.indexOf('lead');
    const seen = [...examplesOf(claims, posts, matching)].map((e) => ({ right: e.right, of: e.of, leads: e.rows.map((row) => row[lead]) }));
    expect(seen).toEqual([
      { right: [true, false], of: 1, leads: [1, expect.any(Number)] },
      { right: [false], of: 0, leads: [1] },
    ]);
    expect(seen[0].leads[1]).toBeLessThan(1);
  });
});
