import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from './fold.js';
import { asWritten } from './written.js';

const twins = new Map([
  ['а', 'a'],
  ['о', 'o'],
  ['е', 'e'],
  ['ð', 'đ'],
]);
const read = (text: string) => fold(asWritten(text), twins).text;

describe('a text as the matcher reads it', () => {
  test('is the same for every way of writing the same letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(read(text.normalize('NFD'))).toBe(read(text.normalize('NFC')));
      }),
    );
    expect(read('Phòng TỎA'.normalize('NFD'))).toBe('phòng tỏa');
  });
  test('points back into the original at every place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { text: folded, starts, ends } = fold(asWritten(text), twins);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        for (let i = 0; i < folded.length; i++) {
          expect(starts[i]).toBeGreaterThanOrEqual(i > 0 ? starts[i - 1] : 0);
          expect(ends[i]).toBeGreaterThan(starts[i]);
          expect(ends[i]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
  test('does not see what people do not see', () => {
    expect(read('ph\u200bong\u00ad t\u2060o\ufe0fa')).toBe('phong toa');
    const { starts, ends, disguised } = fold(asWritten('v\u200bỡ'), twins);
    expect([[...starts], [...ends], disguised]).toEqual([[0, 2], [1, 3], true]);
  });
  test('knows letters in other styles, in boxes, and from other alphabets in a Latin word', () => {
    expect(read('𝐭𝐢𝐧 ＧＩẢ ⓣⓘⓝ 🅣🅘🅝')).toBe('tin giả tin tin');
    expect(read('bán hоàn tоàn')).toBe('bán hoàn toàn');
    expect(read('Ðập')).toBe('đập');
  });
  test('leaves a text in another alphabet as it is', () => {
    expect(read('новости города')).toBe('новости города');
  });
  test('loses heaps of marks that no Vietnamese letter has, and keeps those that one has', () => {
    expect(read('v\u0336ắ\u0336c\u0337 x\u0338i\u0338n')).toBe('vắc xin');
  });
});
