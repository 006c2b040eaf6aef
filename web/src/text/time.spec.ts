import { expect, test } from '@jest/globals';
import { calendarDay } from './time.js';

test('a day is written as people write it, and what is none stays as it is', () => {
  expect(['2026-11-05', '2026-11-05T23:00:00Z'].map((day) => calendarDay(day, 'vi'))).toEqual(['05/11/2026', '05/11/2026']);
  expect(['x', '2026-13-45', ''].map((day) => calendarDay(day, 'en'))).toEqual(['x', '2026-13-45', '']);
});
