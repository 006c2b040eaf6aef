import { expect, test } from '@jest/globals';
import { dayIn } from './office-day.js';

test('what is posted late in the evening in London was posted on the next day in the office', () => {
  const at = new Date('2026-11-09T20:30:00Z');
  expect([dayIn('Asia/Ho_Chi_Minh', at), dayIn('Europe/London', at)]).toEqual(['2026-11-10', '2026-11-09']);
});
