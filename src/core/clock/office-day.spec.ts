import { expect, test } from '@jest/globals';
import { dayOf, writtenDay, writtenMoment } from './office-day.js';

const at = new Date('2026-11-09T20:30:59Z');

test('what is posted late in the evening in London was posted on the next day in the office', () => {
  expect([dayOf(at, 'Asia/Ho_Chi_Minh'), dayOf(at, 'Europe/London')]).toEqual(['2026-11-10', '2026-11-09']);
});
test('letters write days and moments as people here do, on the clock of the office', () => {
  expect([writtenDay('2026-11-09'), writtenMoment(at, 'Asia/Ho_Chi_Minh')]).toEqual(['09/11/2026', '10/11/2026 03:30']);
  expect(writtenMoment(new Date('2026-11-09T17:00:00Z'), 'Asia/Ho_Chi_Minh')).toBe('10/11/2026 00:00');
});
