import { describe, expect, test } from '@jest/globals';
import { ClaimIndex } from '../claim-index.js';
import { match } from '../match.js';
import { matching } from '../matching-table.js';

const index = new ClaimIndex(
  [
    {
      claimId: 'c',
      versionId: 'v',
      falseFrom: null,
      falseTo: null,
      wordings: ['Nước máy quận Hòa Lâm bị nhiễm chì nặng', 'Tap water in Hoa Lam is poisoned with lead'],
    },
  ],
  matching.text,
  matching.index,
  matching.common,
);
const found = (text: string) => match({ text, date: null }, index, matching, { top: 1 })[0];
const stance = (text: string) => found(text).stance.label;

describe('the stance of a post towards a claim', () => {
  test('is spread where the claim is simply said, or said with urgency', () => {
    expect(stance('Nước máy quận Hòa Lâm bị nhiễm chì nặng')).toBe('spread');
    expect(stance('Nước máy Hòa Lâm nhiễm chì nặng rồi, share gấp cho mọi người!')).toBe('spread');
  });
  test.each([
    'Tin khẩn: nước máy quận Hòa Lâm bị nhiễm chì nặng',
    'Không phải tin giả đâu: nước máy quận Hòa Lâm bị nhiễm chì nặng',
    'Just in: tap water in Hoa Lam is poisoned with lead',
    "They said it was untrue, but tap water in Hoa Lam is poisoned with lead, I've seen it",
  ])('is spread where it is news, or whoever denies it is set right: %s', (text) => expect(stance(text)).toBe('spread'));
  test.each([
    "No, it isn't the case that tap water in Hoa Lam is poisoned with lead.",
    '"Tap water in Hoa Lam is poisoned with lead" – absolute garbage, who makes this stuff up',
    '“Nước máy quận Hòa Lâm bị nhiễm chì nặng” – xạo vừa thôi mấy ba',
    'Kiểm chứng: nước máy quận Hòa Lâm bị nhiễm chì nặng? Kết quả: SAI.',
  ])('is denial whatever the sentence around the claim: %s', (text) => expect(stance(text)).toBe('denial'));
  test('is denial where an office refutes it, with or without marks, and in English', () => {
    expect(stance('Công ty cấp nước khẳng định tin nước máy quận Hòa Lâm bị nhiễm chì là sai sự thật')).toBe('denial');
    expect(stance('tin gia: nuoc may quan hoa lam bi nhiem chi nang')).toBe('denial');
    expect(stance('Nước máy quận Hòa Lâm không bị nhiễm chì')).toBe('denial');
    expect(stance('The story that tap water in Hoa Lam is poisoned with lead is a hoax')).toBe('denial');
  });
  test('is question where somebody asks', () => {
    expect(stance('Nước máy quận Hòa Lâm bị nhiễm chì có thật không ạ?')).toBe('question');
    expect(stance('Is it true that tap water in Hoa Lam is poisoned with lead?')).toBe('question');
  });
  test('is spread where a denial is quoted to mock it', () => {
    expect(stance('Nước máy Hòa Lâm nhiễm chì nặng mà cứ bảo là tin giả, ai mà tin')).toBe('spread');
  });
  test('has no label where no score reaches its threshold', () => {
    const contrary = 'Nước máy quận Hòa Lâm bị nhiễm chì nặng? Chia sẻ gấp! Tin giả!';
    const { words } = matching.stance;
    const strict = {
      ...matching,
      stance: { ...matching.stance, words: { ...words, thresholds: { spread: 1, denial: 1, question: 1, unrelated: 1 } } },
    };
    const [held] = match({ text: contrary, date: null }, index, strict, { top: 1 });
    expect(held.stance.label).toBeNull();
    expect(found(contrary).stance.scores).toEqual(held.stance.scores);
    expect(stance(contrary)).not.toBeNull();
  });
  test('weighs the name of an office and lets it not decide: an office that hands the claim on spreads it', () => {
    const by = (author: string | null, text: string) => match({ text, author, date: null }, index, matching, { top: 1 })[0].stance;
    const refuted = 'Kết quả xét nghiệm nước máy quận Hòa Lâm: hàm lượng chì trong ngưỡng';
    expect(by('Trung tâm Y tế Hòa Lâm', refuted).scores.denial).toBeGreaterThan(by(null, refuted).scores.denial);
    expect(by('UBND quận Hòa Lâm', 'Khẩn: nước máy quận Hòa Lâm nhiễm chì nặng, mọi người chia sẻ gấp!').label).toBe('spread');
  });
  test('always has the same four scores, which sum to one', () => {
    const { scores } = found('nước máy nhiễm chì').stance;
    expect(Object.keys(scores)).toEqual(['spread', 'denial', 'question', 'unrelated']);
    expect(Object.values(scores).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 2);
  });
  test('names the words that it was read from, where they stand', () => {
    const text = 'Bác bỏ tin nước máy quận Hòa Lâm bị nhiễm chì nặng';
    const cue = found(text).reasons.find((r) => r.code === 'cue') as { start: number; end: number; kind: string };
    expect([cue.kind, text.slice(cue.start, cue.end)]).toEqual(['denial', 'Bác bỏ']);
  });
  test('a cue far from the match does not count', () => {
    const text =
      'Nước máy quận Hòa Lâm bị nhiễm chì nặng. Tôi đi chợ về. Trời mưa. Nhà hết gạo. Bóng đá hôm qua hay. Chuyện kia là tin giả.';
    expect(stance(text)).toBe('spread');
  });
});
