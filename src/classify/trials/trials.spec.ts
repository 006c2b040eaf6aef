import { describe, expect, test } from '@jest/globals';
import { indexOf } from '../known-claims.repository.js';
import { matching } from '../matching/matching-table.js';
import { compare, count, emptyTally } from './compare.js';
import { curveOf } from './curve.js';
import { inSample } from './in-sample.js';
import { outcomeOf } from './outcome.js';
import { recallOf } from './recall.js';
import { shareOf } from './share.js';

describe('a share with its range', () => {
  test('is Wilson’s: 8 of 10 lie between .49 and .94, none of 20 between 0 and .16', () => {
    expect(shareOf(8, 10)).toMatchObject({ share: 0.8, low: expect.closeTo(0.4902, 4), high: expect.closeTo(0.9433, 4) });
    expect(shareOf(0, 20)).toMatchObject({ share: 0, low: 0, high: expect.closeTo(0.1611, 4) });
    expect(shareOf(0, 0)).toBeNull();
  });
});

describe('precision and recall of decided matches', () => {
  const curve = curveOf([
    { from: 0.15, confirmed: 1, rejected: 3 },
    { from: 0.55, confirmed: 4, rejected: 1 },
    { from: 0.99, confirmed: 5, rejected: 0 },
  ]);
  const at = (score: number) => curve.find((p) => Math.abs(p.at - score) < 1e-9)!;
  test('at each twentieth of the score', () => {
    expect(curve).toHaveLength(20);
    expect(at(0)).toMatchObject({ shown: 14, precision: { share: 10 / 14 }, recall: { share: 1 } });
    expect(at(0.15)).toMatchObject({ shown: 14 });
    expect(at(0.5)).toMatchObject({ shown: 10, precision: { share: 0.9 }, recall: { share: 0.9 } });
    expect(at(0.95)).toMatchObject({ shown: 5, precision: { share: 1 }, recall: { share: 0.5 } });
  });
  test('of nothing is nothing, and not nought', () => {
    expect(curveOf([])[10]).toEqual({ at: 0.5, shown: 0, precision: null, recall: null });
  });
});

describe('what is missed', () => {
  test('is estimated from the sample for all posts without a suggestion', () => {
    const { recall } = recallOf({ found: 90, low: 1000, judged: 100, missed: 1 });
    expect(recall!.share).toBeCloseTo(90 / 100);
    expect(recall!.low).toBeLessThan(0.7);
    expect(recall!.high).toBeGreaterThan(0.97);
  });
  test('is unknown until somebody has read of it', () => {
    expect(recallOf({ found: 90, low: 1000, judged: 0, missed: 0 }).recall).toBeNull();
    expect(recallOf({ found: 0, low: 10, judged: 3, missed: 0 }).recall).toBeNull();
  });
  test('a sample holds its share of ids, the same each time', () => {
    const ids = Array.from({ length: 4000 }, (_, i) => (Math.imul(i, 2654435761) >>> 0).toString(16).padStart(8, '0'));
    expect(ids.filter((id) => inSample(id, 0.05)).length).toBeGreaterThan(150);
    expect(ids.filter((id) => inSample(id, 0.05)).length).toBeLessThan(250);
    expect(ids.filter((id) => inSample(id, 0)).length).toBe(0);
    expect(ids.every((id) => inSample(id, 1))).toBe(true);
  });
});

describe('a trial', () => {
  const version = (id: string, text: string) => ({ ...{ id, claimId: id, falseFrom: '2020-01-01', falseTo: null }, wordings: [{ text }] });
  const index = indexOf([
    version('dam', 'Đập hồ Cánh Diều đã vỡ, nước sẽ về thành phố trong hai giờ nữa'),
    version('salt', 'Uống nước muối ấm mỗi sáng thì không bao giờ mắc cúm'),
  ] as never);
  const post = { text: 'TIN KHẨN: đập hồ Cánh Diều đã vỡ rồi, nước sẽ về thành phố trong hai giờ nữa!!!', date: '2026-11-01' };
  const raised = { ...matching, score: { ...matching.score, thresholds: { suggest: 0.999, strong: 1 } } };

  test('tells what would come out otherwise, with what people decided', () => {
    const compared = compare(post, new Map([['dam', true]]), index, { before: matching, after: raised, shown: 5 });
    expect(compared).toMatchObject([{ claimId: 'dam', decided: 'confirmed', before: 'strong', after: 'none', scoreAfter: null }]);
    const tally = count(emptyTally(), compared);
    expect(outcomeOf(tally, 'before').strong).toMatchObject({ precision: { share: 1, of: 1 }, recall: { share: 1 } });
    expect(outcomeOf(tally, 'after').suggest).toMatchObject({ precision: null, recall: { share: 0, of: 1 } });
  });
  test('counts a claim that people named and that neither shows', () => {
    const compared = compare(
      post,
      new Map([
        ['salt', true],
        ['dam', false],
      ]),
      index,
      { before: matching, after: matching, shown: 5 },
    );
    expect(compared).toMatchObject([
      { claimId: 'dam', decided: 'rejected', before: 'strong', after: 'strong' },
      { claimId: 'salt', decided: 'confirmed', before: 'none', after: 'none' },
    ]);
    expect(outcomeOf(count(emptyTally(), compared), 'before').suggest).toMatchObject({ precision: { share: 0 }, recall: { share: 0 } });
  });
});
