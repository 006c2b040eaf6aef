import { expect, test } from '@jest/globals';
import { calendarDay, relative } from './time.js';

test('a day is written as people write it, and what is none stays as it is', () => {
  expect(['2026-11-05', '2026-11-05T23:00:00Z'].map((day) => calendarDay(day, 'vi'))).toEqual(['05/11/2026', '05/11/2026']);
  expect(['x', '2026-13-45', ''].map((day) => calendarDay(day, 'en'))).toEqual(['x', '2026-13-45', '']);
});

test('how long ago is said in letters that fit within a sentence', () => {
  const now = Date.parse('2026-11-26T05:00:00Z');
  const said = ['2026-11-24T05:00:00Z', '2026-11-25T05:00:00Z', '2026-11-26T03:00:00Z', '2026-11-27T05:00:00Z'];
  expect(said.map((at) => relative(at, now, 'vi', 'UTC'))).toEqual(['hôm kia', 'hôm qua', '2 giờ trước', 'ngày mai']);
  expect(said.map((at) => relative(at, now, 'en', 'UTC'))).toEqual(['2 days ago', 'yesterday', '2 hours ago', 'tomorrow']);
});

test('how many days ago is counted by the calendar of the office, not by the clock', () => {
  const saigon = (now: string, at: string) => relative(at, Date.parse(now), 'vi', 'Asia/Ho_Chi_Minh');
  expect(saigon('2026-11-27T03:00:00Z', '2026-11-25T07:08:00Z')).toBe('hôm kia'); // 43 hours
  expect(saigon('2026-11-27T18:00:00Z', '2026-11-26T17:30:00Z')).toBe('hôm qua'); // 01:00 of the 28th, 00:30 of the 27th
  expect(saigon('2026-11-29T06:00:00Z', '2026-12-04T05:00:00Z')).toBe('sau 5 ngày nữa'); // 119 hours
  expect(saigon('2026-11-27T18:00:00Z', '2026-11-27T15:00:00Z')).toBe('3 giờ trước');
  expect(saigon('2026-11-27T18:00:00Z', '2026-01-01T15:00:00Z')).toBe('10 tháng trước');
});
