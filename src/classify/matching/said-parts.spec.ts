import { describe, expect, test } from '@jest/globals';
import type { ReadLine } from '../../core/text/read-lines.js';
import { ClaimIndex } from './claim-index.js';
import { match } from './match.js';
import { matching } from './matching-table.js';
import { matchParts, type SaidPart } from './said-parts.js';

const claim = (claimId: string, wording: string) => ({
  claimId,
  versionId: `${claimId}-1`,
  falseFrom: null,
  falseTo: null,
  wordings: [wording],
});
const DAM = 'Đập hồ Cánh Diều đã vỡ, nước sẽ về thành phố trong hai giờ nữa';
const BANK = 'Ngân hàng An Phú Đông sắp phá sản, người gửi tiền phải rút ngay';
const index = new ClaimIndex([claim('dam', DAM), claim('bank', BANK)], matching.text, matching.index, matching.common);
const find = (text: string) => match({ text, date: null }, index, matching, { top: 3, floor: matching.score.thresholds.suggest });
const rules = { strong_confidence: 70, shown: 5 };
/** As a picture says it, each word as sure as the other; words in brackets are less sure. */
function picture(text: string, confidence = 90): SaidPart {
  const lines: ReadLine[] = [{ words: text.split(' ').map((word) => ({ text: word, confidence, box: [0, 0, 9, 9] })) }];
  return { readingId: text.slice(0, 5), evidenceId: 'e', kind: 'picture', part: 'picture-1', confidence, lines, text };
}
const film = (text: string): SaidPart => ({ ...picture(text), kind: 'subtitles', part: 'subtitles-1-text', confidence: null, lines: [] });
const found = (text: string, ...parts: SaidPart[]) => matchParts(find(text), parts, find, rules);

describe('what pictures and films of a post say', () => {
  test('is matched by itself, and the reasons say where the words stood and how surely they were read', () => {
    const [first] = found('Xem đi mọi người ơi', picture(DAM));
    expect(first).toMatchObject({ claimId: 'dam', strength: 'strong', source: { readingId: DAM.slice(0, 5) } });
    expect(first.reasons[0]).toEqual({ code: 'in-picture', part: 'picture-1', confidence: 90 });
    expect(first.spans.map((s) => DAM.slice(s.start, s.end)).join(' ')).toContain('Cánh Diều đã vỡ');
    expect(found('', film(BANK))[0]).toMatchObject({
      claimId: 'bank',
      strength: 'strong',
      reasons: expect.arrayContaining([{ code: 'in-subtitles', part: 'subtitles-1-text' }]),
    });
  });
  test('of each claim the best match counts, one in the text before the same in a picture', () => {
    const both = found(DAM, picture(DAM), picture(BANK));
    expect(both.map((m) => [m.claimId, m.source?.part ?? 'text']).sort()).toEqual([
      ['bank', 'picture-1'],
      ['dam', 'text'],
    ]);
    expect(both[0].reasons.map((r) => r.code)).not.toContain('in-subtitles');
  });
  test('never matches strongly where it was read with little confidence, and takes no strong match of the text away', () => {
    expect(found('', picture(DAM, 69))[0]).toMatchObject({ strength: 'suggest', source: { part: 'picture-1' } });
    expect(found('', picture(DAM, 70))[0].strength).toBe('strong');
    const weaker = `${DAM.replace('hai giờ nữa', 'đêm')} thì phải, ai biết rõ cho xin tin`;
    const strong = find(weaker)[0];
    expect([strong.strength, find(DAM)[0].score > strong.score]).toEqual(['strong', true]);
    expect(found(weaker, picture(DAM, 40))[0]).toMatchObject({ strength: 'strong', source: null });
  });
});
