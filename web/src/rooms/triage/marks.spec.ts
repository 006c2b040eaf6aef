import { describe, expect, test } from '@jest/globals';
import { pieces } from './marks.js';

const cue = (start: number, end: number) => ({ code: 'cue' as const, kind: 'hearsay', words: '', start, end });
const said = (text: string, spans: { start: number; end: number }[], cues: ReturnType<typeof cue>[] = []) =>
  pieces(text, { spans, reasons: cues }).map((p) => `${p.kind}:${p.text}`);

describe('the text of a post', () => {
  test('is one piece where nothing matched', () => {
    expect(pieces('chợ đông', undefined)).toEqual([{ text: 'chợ đông', kind: 'plain', start: 0 }]);
    expect(pieces('', undefined)).toEqual([]);
  });
  test('is cut where it matches, and where it hints at its stance', () => {
    expect(said('nghe nói nước độc lắm', [{ start: 9, end: 17 }], [cue(0, 8)])).toEqual([
      'cue:nghe nói',
      'plain: ',
      'match:nước độc',
      'plain: lắm',
    ]);
  });
  test('is never lost or doubled where stretches overlap, whatever their order', () => {
    const text = 'abcdefghij';
    const spans = [
      { start: 6, end: 9 },
      { start: 1, end: 5 },
      { start: 3, end: 4 },
    ];
    expect(said(text, spans, [cue(4, 8)])).toEqual(['plain:a', 'match:bcde', 'cue:fgh', 'match:i', 'plain:j']);
    expect(
      pieces(text, { spans, reasons: [] })
        .map((p) => p.text)
        .join(''),
    ).toBe(text);
  });
});
