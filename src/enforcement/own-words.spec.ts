import { describe, expect, test } from '@jest/globals';
import { asSeen, ownWordsFault, saysSomething } from './own-words.js';

const bounds = { short: 40, long: 100, letters: 3 };
const fault = (text: string, blank = {}) => ownWordsFault(text, blank, bounds)?.message ?? null;

describe('own words in a request', () => {
  test('are taken as people see them', () => {
    expect(asSeen(' Ｂà\u200B B\u202E ')).toBe('Bà B');
    expect([fault('Phó Giám đốc Nguyễn Văn A'), fault('')]).toEqual([null, null]);
  });
  test('are words: nothing that cannot be seen fills a blank', () => {
    for (const empty of ['\u200B', ' ', '\u2060\u200D\uFEFF', '. - .', 'A\u200BB', '\u3164\u3164\u3164', '\u{E0041}\u{E0042}\u{E0043}'])
      expect([empty, fault(empty)]).toEqual([empty, expect.stringContaining('letters')]);
    expect([saysSomething('550', 3), saysSomething('\u200B\u200B\u200B', 3)]).toEqual([true, false]);
  });
  test('bring no blank of their own, under any spelling of its braces', () => {
    for (const braces of ['Ông {{signer}}', 'Ông {{ Signer }}', 'Ông {signer2}', 'Ông ｛｛signer｝｝', 'Ông ﹛signer﹜'])
      expect([braces, fault(braces)]).toEqual([braces, expect.stringContaining('braces')]);
  });
  test('name no link, except where sources stand', () => {
    for (const link of ['gỡ https://mang.vn/ai-do', 'gỡ HTTP://mang.vn', 'gỡ www.mang.vn', 'gỡ mang.vn/ai-do', 'gỡ ｈttps：／／mang.vn']) {
      expect([link, fault(link)]).toEqual([link, expect.stringContaining('link')]);
      expect(fault(link, { links: true })).toBeNull();
    }
    expect(fault('lien-he@so.gov.vn, 024 1234')).toBeNull();
  });
  test('are bounded, and one line where the blank is short', () => {
    expect(fault('a'.repeat(41))).toContain('40');
    expect(fault('a'.repeat(100), { long: true })).toBeNull();
    expect(fault('a'.repeat(101), { long: true })).toContain('100');
    expect([fault('Bà B\nÔng C'), fault('Bà B\nÔng C', { long: true })]).toEqual([expect.stringContaining('line'), null]);
  });
});
