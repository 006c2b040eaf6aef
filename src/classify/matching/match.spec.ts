import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bare } from '../text/syllable.js';
import { ClaimIndex, type IndexedClaim } from './claim-index.js';
import { match, strengthOf } from './match.js';
import { matching } from './matching-table.js';

const claim = (claimId: string, ...wordings: string[]): IndexedClaim => ({
  claimId,
  versionId: `${claimId}-1`,
  falseFrom: null,
  falseTo: null,
  wordings,
});
const dam = claim('dam', 'Đập hồ Cánh Diều đã vỡ, nước sẽ về thành phố trong hai giờ nữa', 'Cánh Diều dam has burst');
const bank = claim('bank', 'Ngân hàng An Phú Đông sắp phá sản, người gửi tiền phải rút ngay');
const lock: IndexedClaim = {
  ...claim('lock', 'Thành phố Sông Mây sẽ phong tỏa toàn bộ trong 10 ngày kể từ ngày 5/12'),
  falseFrom: '2026-11-20',
  falseTo: '2026-12-04',
};
const index = new ClaimIndex([dam, bank, lock], matching.text, matching.index, matching.common);
const find = (text: string, date: string | null = null) => match({ text, date }, index, matching, { top: 3 });
const top = (text: string, date?: string) => find(text, date ?? null)[0];

describe('matching a post against the registry', () => {
  test('finds the claim that the post repeats, strongly, and shows where', () => {
    const text = 'TIN KHẨN!!! Đập hồ Cánh Diều đã vỡ rồi, nước sẽ về thành phố trong hai giờ nữa';
    const found = top(text);
    expect(found).toMatchObject({ claimId: 'dam', versionId: 'dam-1', strength: 'strong' });
    expect(found.spans.map((s) => text.slice(s.start, s.end)).join(' ')).toContain('Cánh Diều đã vỡ');
    expect(found.reasons[0]).toMatchObject({ code: 'words', words: expect.arrayContaining(['Cánh', 'Diều', 'vỡ']) });
  });
  test('takes each wording by itself: one in English is enough', () => {
    expect(top('they say the Canh Dieu dam has burst last night')).toMatchObject({ claimId: 'dam', strength: 'strong' });
  });
  test('never calls a post of a few words strong, whatever it repeats', () => {
    expect(top('the Canh Dieu dam has burst')).toMatchObject({ claimId: 'dam', strength: 'suggest' });
  });
  test('never calls a post strong that says something else in the words of the claim', () => {
    const read = (unrelated: boolean) => strengthOf(0.9, { words: 20, unrelated }, matching.score);
    expect([read(true), read(false)]).toEqual(['suggest', 'strong']);
  });
  test('knows a claim only within the days on which it was false', () => {
    const text = 'Sông Mây sẽ phong tỏa toàn bộ thành phố 10 ngày từ ngày 5/12';
    const claims = (date: string) =>
      find(text, date)
        .filter((m) => m.strength)
        .map((m) => m.claimId);
    expect([claims('2026-11-19'), claims('2026-11-20'), claims('2026-12-04'), claims('2026-12-05')]).toEqual([[], ['lock'], ['lock'], []]);
  });
  test('says so when the date of the post is not known and the claim is bound to one', () => {
    expect(top('Sông Mây sẽ phong tỏa toàn bộ 10 ngày từ ngày 5/12').reasons).toContainEqual({ code: 'date-unknown' });
  });
  test('does not take a day that the text itself names for the day of the post: anybody can write one', () => {
    const text = 'Sông Mây sẽ phong tỏa toàn bộ thành phố 10 ngày từ ngày 5/12';
    expect(top(`${text} — Ai Đó (@ai_do) January 6, 2020`)).toMatchObject({ claimId: 'lock', strength: 'strong' });
  });
  test('claims nothing about a post on another subject', () => {
    expect(find('Chúc cả nhà buổi sáng tốt lành, hôm nay trời đẹp quá').filter((m) => m.strength)).toEqual([]);
    expect(find('')).toEqual([]);
    expect(find('😀😀')).toEqual([]);
  });
  test('does not take the same subject for the same claim', () => {
    expect(top('Hồ Cánh Diều mùa này đẹp quá, cuối tuần cả nhà đi cắm trại').strength).not.toBe('strong');
  });
  test('other numbers weaken a match and are named', () => {
    const same = top('Sông Mây phong tỏa toàn bộ 10 ngày từ ngày 5/12');
    const other = top('Sông Mây phong tỏa toàn bộ 21 ngày từ ngày 8/12');
    expect(other.score).toBeLessThan(same.score);
    expect(other.reasons).toContainEqual(expect.objectContaining({ code: 'numbers-differ', words: expect.arrayContaining(['21']) }));
  });

  const spreads = dam.wordings[0];
  test('finds the claim although its letters are hidden between invisible characters', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('\u200b', '\u00ad', '\u2060', '\u200d', ''), { minLength: 80, maxLength: 80 }), (fill) => {
        expect(top([...spreads].map((c, i) => c + fill[i % 80]).join(''))).toMatchObject({ claimId: 'dam', strength: 'strong' });
      }),
      { numRuns: 30 },
    );
  });
  test('finds the claim without its marks, in capitals, decomposed, and without a difference between the two', () => {
    for (const text of [bare(spreads), spreads.toUpperCase(), spreads.normalize('NFD'), bare(spreads).toUpperCase()])
      expect(top(text)).toMatchObject({ claimId: 'dam', strength: 'strong' });
    expect(top(bare(spreads)).reasons).toContainEqual({ code: 'without-marks' });
    const [composed, decomposed] = [top(spreads), top(spreads.normalize('NFD'))];
    expect(decomposed.score).toBe(composed.score);
  });
  test('finds the claim when letters are dotted, and says what was mended', () => {
    const dotted = spreads
      .split(' ')
      .map((w) => [...w.replace(',', '')].join('.'))
      .join(' ');
    expect(top(dotted)).toMatchObject({ claimId: 'dam', strength: 'strong' });
    expect(top(dotted).reasons).toContainEqual({ code: 'repaired', what: ['spaced-letters'] });
  });
  test('shows stretches that lie within the text, in order and apart, whatever is written around', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), (before, after) => {
        const text = `${before} ${spreads} ${after}`;
        for (const { spans, score } of find(text)) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          let last = -1;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end - 1;
          }
        }
      }),
      { numRuns: 50 },
    );
  });
  test('gives the same answer whichever post was asked about before', () => {
    const first = find('Ngân hàng An Phú Đông sắp phá sản');
    find(spreads);
    expect(find('Ngân hàng An Phú Đông sắp phá sản')).toEqual(first);
  });
});
