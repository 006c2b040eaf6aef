import { describe, expect, test } from '@jest/globals';
import type { Reported, ReceiptState } from '../receipt.js';
import { receiptPage } from './receipt.page.js';

const receivedAt = new Date('2026-11-06T03:10:00Z');
const page = (reported: Reported, state: ReceiptState = 'received', language: 'vi' | 'en' = 'vi') =>
  receiptPage({
    ...{ language, timeZone: 'Asia/Ho_Chi_Minh' },
    receipt: { code: 'AAAA-BBBB-CCCC-DDDD', receivedAt, state, reported, lines: [{ at: receivedAt, line: 'received' }] },
  });
const link = { kind: 'link', url: 'https://www.mang.example/@nguyenvana/Nguyễn Văn A?tel=0912345678', words: null } as const;

describe('the page of a receipt', () => {
  test('says what was reported and when, and repeats neither the path of a link nor a word of a text', () => {
    const shown = page(link);
    expect(shown).toContain('Một bài đăng trên mang.example');
    expect(shown).toContain('lúc 10:10 Thứ Sáu, ngày 06/11/2026');
    expect(shown).not.toMatch(/nguyenvana|Nguyễn Văn A|0912345678/);
    expect(page({ kind: 'text', url: null, words: 12 }, 'received', 'en')).toContain('A text of 12 words');
    expect(page({ kind: 'picture', url: null, words: null })).toContain('Một ảnh chụp');
  });
  test('says so much as is left once the words were purged', () => {
    expect(page({ kind: 'text', url: null, words: null })).toContain('Một nội dung bằng chữ');
  });
  test.each(['received', 'looked-at', 'no-false-statement', 'in-case', 'asked', 'removed'] as const)(
    'says what comes next while it is %s, in both languages',
    (state) => {
      const [vi, en] = [page(link, state), page(link, state, 'en')];
      const next = (text: string) => /<h2>(?:Tiếp theo|What comes next)<\/h2><div>([^<{]{40,})<\/div>/.exec(text)?.[1];
      expect([typeof next(vi), typeof next(en), next(vi) === next(en)]).toEqual(['string', 'string', false]);
    },
  );
  test('tells the time between the looks that prove a removal', () => {
    expect(page(link, 'asked')).toContain('cách nhau ít nhất 24 giờ');
  });
});
