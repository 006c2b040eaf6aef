import { expect, test } from '@jest/globals';
import { crawlTable } from './crawl-table.js';
import { minutesToNextTry, PROFILE_ENDED } from './next-try.js';

const endedAt = '2026-11-25T10:00:00.000Z';
const [first, second] = crawlTable.retry_after_minutes;
const most = crawlTable.retry_told_at_most_minutes;
const after = (ground: { rule: string; retryAt?: string }, sealed = false, tries = 0) =>
  minutesToNextTry({ ground, endedAt, final: new Set([PROFILE_ENDED]) }, sealed, tries);
const told = (minutes: number) => ({ rule: 'status', retryAt: new Date(Date.parse(endedAt) + minutes * 60_000).toISOString() });

test('a capture that reached nothing is tried again after the pauses of the table, and then no more', () => {
  expect([0, 1, crawlTable.retry_after_minutes.length].map((tries) => after({ rule: 'no-answer' }, false, tries))).toEqual([
    first,
    second,
    null,
  ]);
});
test('not before its server says that it may be asked again, and no later than the table lets it wait', () => {
  expect([first + 35, 1, most + 600].map((minutes) => after(told(minutes)))).toEqual([first + 35, first, most]);
});
test('a sealed one is tried again only where its server said when, as long as tries are left', () => {
  expect([after({ rule: 'status' }, true), after(told(60), true), after(told(60), true, crawlTable.retry_after_minutes.length)]).toEqual([
    null,
    60,
    null,
  ]);
});
test('what would come to the same again is not tried again', () => expect(after({ rule: PROFILE_ENDED })).toBeNull());
