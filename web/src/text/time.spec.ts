import { expect, test } from '@jest/globals';
import { calendarDay, relative } from './time.js';

test('a day is written as people write it, and what is none stays as it is', () => {
  expect(['2026-11-05', '2026-11-05T23:00:00Z'].map((day) => calendarDay(day, 'vi'))).toEqual(['05/11/2026', '05/11/2026']);
  expect(['x', '2026-13-45', ''].map((day) => calendarDay(day, 'en'))).toEqual(['x', '2026-13-45', '']);
});

test('how long ago is said in letters that fit within a sentence', () => {
  const now = Date.parse('2026-11-26T05:00:00Z');
  const said = ['2026-11-24T05:00:00Z', '2026-11-25T05:00:00Z', '2026-11-26T03:00:00Z', '2026-11-27T05:00:00Z'];
  expect(said.map((at) => relative(at, now, 'vi'))).toEqual(['hôm kia', 'hôm qua', '2 giờ trước', 'ngày mai']);
  expect(said.map((at) => relative(at, now, 'en'))).toEqual(['2 days ago', 'yesterday', '2 hours ago', 'tomorrow']);
});
