import { describe, expect, test } from '@jest/globals';
import { cell, csv } from '../web/src/parts/csv.js';
import { fieldOf, momentOf } from '../web/src/parts/zone-time.js';

describe('a table that leaves the console', () => {
  test('holds no formula: what begins like one is text, also behind blanks', () => {
    expect(['=1+1', '+84', '-2', '@SUM(A1)', ' =1', '\tx', 'https://a/=b', 'a-b'].map((v) => cell(v))).toEqual([
      "'=1+1",
      "'+84",
      "'-2",
      "'@SUM(A1)",
      "' =1",
      "'\tx",
      'https://a/=b',
      'a-b',
    ]);
    expect(cell('=HYPERLINK("http://x","y")')).toBe(`"'=HYPERLINK(""http://x"",""y"")"`);
  });
  test('keeps numbers as numbers, and commas, quotes and lines inside their cell', () => {
    expect(
      csv([
        ['a', -3, null],
        ['b, "c"\nd', undefined, 0],
      ]),
    ).toBe('\uFEFFa,-3,\r\n"b, ""c""\nd",,0\r\n');
  });
});

describe('a moment typed into a form', () => {
  test('is one of the office clock, wherever the browser stands', () => {
    expect(momentOf('2026-11-25T14:00', 'Asia/Ho_Chi_Minh')).toBe('2026-11-25T07:00:00.000Z');
    expect(momentOf('2026-07-01T00:30', 'Europe/Berlin')).toBe('2026-06-30T22:30:00.000Z');
    expect(fieldOf(Date.parse('2026-11-25T07:00:00Z'), 'Asia/Ho_Chi_Minh')).toBe('2026-11-25T14:00');
  });
});
