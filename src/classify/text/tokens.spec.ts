import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matching } from '../matching/matching-table.js';
import { bare, toneLast } from './syllable.js';
import { tokenise } from './tokens.js';

const words = (text: string, known: string[] = []) =>
  tokenise(text, matching.text, (w) => known.includes(w))
    .tokens.map((t) => t.bare)
    .join(' ');

describe('the words of a post', () => {
  test('are syllables, with and without their marks', () => {
    expect(tokenise('Nước máy', matching.text).tokens).toEqual([
      { exact: 'nươc1', bare: 'nuoc', start: 0, end: 4, number: false, name: false },
      { exact: 'may1', bare: 'may', start: 5, end: 8, number: false, name: false },
    ]);
    expect([bare('đường'), toneLast('hòa'), toneLast('hoà')]).toEqual(['duong', 'hoa2', 'hoa2']);
  });
  test('are found where letters are spaced out, dotted, or written with digits', () => {
    const known = ['phong', 'toa', 'vac', 'xin', 'covid'];
    expect(words('p h o n g t o a', known)).toBe('phong toa');
    expect(words('v.ắ.c x.i.n', known)).toBe('vac xin');
    expect(words('ph0ng t0a c0vid', known)).toBe('phong toa covid');
  });
  test('are found in a hashtag and in words written as one', () => {
    expect(words('#PhongToa #phongtoathanhpho', ['phong', 'toa', 'thanh', 'pho'])).toBe('phong toa phong toa thanh pho');
  });
  test('stay as they are when they only look as if something were hidden', () => {
    expect(words('F0 và F1, 3.000 chốt, a b c')).toBe('f0 va f1 3000 chot a b c');
    expect(words('american people', ['people', 'can', 'me'])).toBe('american people');
  });
  test('do not include links', () => {
    expect(words('xem https://a.example/tin-gia ngay')).toBe('xem ngay');
  });
  test('lie within the text, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let before = 0;
        for (const { start, end } of tokenise(text, matching.text, () => false).tokens) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = start;
        }
      }),
    );
  });
});
