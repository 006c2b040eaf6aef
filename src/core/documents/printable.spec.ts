import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { facesFor, hasLetter } from './faces.js';
import { printable } from './printable.js';

describe('a stored text on paper', () => {
  test('keeps Vietnamese as it is, and puts marks that came apart back on their letters', () => {
    const name = 'Nguyễn Thị Ngọc Ánh, Đặng Ỹ, Phùng Thị Thuỷ Tiên';
    expect(printable(name)).toBe(name);
    expect(printable(name.normalize('NFD'))).toBe(name);
  });
  test('is never markup: that is left to the page, and no sign is lost on the way', () => {
    for (const text of ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt;b&gt; {{signer}}', "'; DROP TABLE--"])
      expect(printable(text)).toBe(text);
  });
  test('shows what would act unseen: a nought byte, a turned line, a space without width', () => {
    expect(printable('An\u0000h')).toBe('An‹U+0000›h');
    expect(printable('An \u202egnơưhP\u202c')).toBe('An ‹U+202E›gnơưhP‹U+202C›');
    expect(printable('a\u2066b\u200bc\u00add\ufeffe\u2028f\u0085g')).toBe('a‹U+2066›b‹U+200B›c‹U+00AD›d‹U+FEFF›e‹U+2028›f‹U+0085›g');
    expect(printable('a\ud800b')).toBe('a‹U+D800›b');
  });
  test('keeps emoji, joined ones too, and shows a joiner that joins nothing', () => {
    for (const text of ['😷', '👩\u200d⚕ khỏi bệnh ❤', '👨\u200d👩\u200d👧', '🇻🇳', '👍🏽', '1\u20e3', '‼'])
      expect(printable(text)).toBe(text);
    expect(printable('❤\ufe0f 1\ufe0f\u20e3')).toBe('❤ 1\u20e3'); // asks for colour, and paper has none
    expect(printable('a\u200db')).toBe('a‹U+200D›b');
    expect(printable('a\ufe0f')).toBe('a‹U+FE0F›');
  });
  test('lets no mark stand on a letter that it makes no letter with', () => {
    expect(printable(`e${'\u0301'.repeat(4)}`)).toBe(`é${'‹U+0301›'.repeat(3)}`);
    expect(printable('\u0301a')).toBe('‹U+0301›a');
    expect(printable('a\u0489')).toBe('a‹U+0489›');
  });
  test('shows a letter that the typefaces lack as its code', () => {
    expect(printable('ក មា')).toContain('‹U+1780›');
    expect(printable('שלום')).toBe('‹U+05E9›‹U+05DC›‹U+05D5›‹U+05DD›');
  });
  test('holds letters of its typefaces alone, whatever was stored, and is the same when it is taken again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const shown = printable(text);
        expect([...shown].filter((l) => !/[\n\t\u200d]/.test(l) && !hasLetter(l.codePointAt(0)!))).toEqual([]);
        expect(printable(shown)).toBe(shown);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the typefaces of a page', () => {
  test('are those that its text needs', () => {
    const families = (text: string) => [...new Set([...facesFor(text).matchAll(/font-family:"([^"]+)"/g)].map((m) => m[1]))];
    expect(families('Nguyễn Văn A, 2026')).toEqual(['Tinos']);
    expect(families('Nguyễn Văn A 😷')).toEqual(['Tinos', 'Noto Emoji']);
    expect(facesFor('Nguyễn Văn Đ').length).toBeLessThan(1_000_000);
  });
  test('have every Vietnamese letter', () => {
    const vowels = [...'aăâeêioôơuưy'].flatMap((v) =>
      ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((m) => (v + m).normalize('NFC')),
    );
    expect([...vowels, 'đ'].flatMap((v) => [v, v.toUpperCase()]).filter((v) => printable(v) !== v)).toEqual([]);
  });
});
