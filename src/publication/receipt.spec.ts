import { describe, expect, test } from '@jest/globals';
import { receiptOf, siteOf, type ReceiptFacts } from './receipt.js';

const day = (n: number) => new Date(Date.UTC(2026, 10, n));
const facts = (known: Partial<ReceiptFacts>): ReceiptFacts => ({
  receivedAt: day(1),
  keptAt: null,
  notReachedAt: null,
  judgedAt: null,
  clearedAt: null,
  inCaseAt: null,
  askedAt: null,
  removedAt: null,
  backAt: null,
  correctionId: null,
  correctedAt: null,
  ...known,
});
const lines = (known: Partial<ReceiptFacts>) => receiptOf(facts(known)).lines.map((l) => l.line);

describe('a receipt', () => {
  test('tells the story in its order', () => {
    expect(lines({ keptAt: day(1), judgedAt: day(2), inCaseAt: day(3), askedAt: day(4), removedAt: day(6) })).toEqual([
      'received',
      'kept',
      'looked-at',
      'in-case',
      'asked',
      'removed',
    ]);
  });
  test('does not call a post false because one inspector did', () => {
    expect(receiptOf(facts({ judgedAt: day(2) })).state).toBe('looked-at');
    expect(receiptOf(facts({ judgedAt: day(2), clearedAt: day(9) })).state).toBe('no-false-statement');
  });
  test('tells whoever reports a post nothing of when others did, and when the office acted', () => {
    const { lines: told } = receiptOf({ ...facts({ keptAt: day(1), judgedAt: day(2), inCaseAt: day(3) }), receivedAt: day(5) });
    expect(told.map((l) => l.at)).toEqual(Array(4).fill(day(5)));
  });
  test('says that a post could not be reached only while nothing was kept', () => {
    expect(lines({ notReachedAt: day(1) })).toEqual(['received', 'not-reached']);
    expect(lines({ notReachedAt: day(1), keptAt: day(2) })).toEqual(['received', 'kept']);
  });
  test('points to the correction only once a case acts, and then not before', () => {
    const corrected = { judgedAt: day(2), correctionId: 'c-1', correctedAt: day(3) };
    expect(lines(corrected)).toEqual(['received', 'looked-at']);
    const { lines: told } = receiptOf(facts({ ...corrected, inCaseAt: day(4) }));
    expect(told.filter((l) => l.line === 'corrected')).toEqual([{ at: day(4), line: 'corrected', path: '/dinh-chinh/c-1' }]);
  });
  test('does not call a post removed that came back', () => {
    expect(receiptOf(facts({ askedAt: day(3), removedAt: day(5), backAt: day(7) })).state).toBe('asked');
    expect(receiptOf(facts({ askedAt: day(3), removedAt: day(9), backAt: day(7) })).state).toBe('removed');
  });
});

test.each([
  ['https://m.mang.example/nguyen.van.a/bai/1', 'mang.example'],
  ['https://nguyenvana.blog.example/', 'blog.example'],
  ['https://nguyenvana.trang.com.vn/x', 'trang.com.vn'],
  ['https://trang.com.vn/x', 'trang.com.vn'],
  ['http://mang.example:8080/x', 'mang.example'],
  ['http://203.0.113.7/x', '203.0.113.7'],
  ['không phải', null],
])('of %s no more is told than its site: %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});
