import { expect, test } from '@jest/globals';
import { dayText, momentOfWeekText, momentText } from './dates.js';

const AT = new Date('2026-11-06T19:10:00Z');
const ZONE = 'Asia/Ho_Chi_Minh';

test('the public reads days and moments as its language writes them', () => {
  expect(dayText(AT, 'vi', ZONE)).toBe('07/11/2026');
  expect(dayText(AT, 'en', ZONE)).toBe('7 November 2026');
  expect(momentText(AT, 'vi', ZONE)).toBe('lúc 02:10 ngày 07/11/2026');
  expect(momentText(AT, 'en', ZONE)).toBe('7 November 2026 at 02:10');
  expect(momentOfWeekText(AT, 'vi', ZONE)).toBe('lúc 02:10 Thứ Bảy, ngày 07/11/2026');
  expect(momentOfWeekText(AT, 'en', ZONE)).toBe('Saturday, 7 November 2026 at 02:10');
});
