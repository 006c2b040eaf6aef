import { describe, expect, test } from '@jest/globals';
import { ClaimIndex } from './claim-index.js';
import { match } from './match.js';
import { matching } from './matching-table.js';

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
  test('has no label where the signs contradict each other, and only there', () => {
    const contrary = 'Nước máy quận Hòa Lâm bị nhiễm chì nặng? Chia sẻ gấp! Tin giả!';
    const surer = { ...matching, stance: { ...matching.stance, certain_from: 0.6 } };
    const [held] = match({ text: contrary, date: null }, index, surer, { top: 1 });
    expect(held.stance.label).toBeNull();
    expect(Math.max(...Object.values(held.stance.scores))).toBeLessThan(0.6);
    expect(stance(contrary)).toBe('spread');
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
