import { afterEach, expect, test } from '@jest/globals';
import { plainEntry } from './plain-entry.js';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/St_Johns'])('an entry bears the same time where the machine is in %s', (name) => {
  process.env.TZ = name;
  const { mtime } = plainEntry('2026-11-30T20:59:02.750Z');
  expect(new Date('2026-11-30T20:59:02.750Z').getHours() === 20).toBe(name === 'UTC');
  expect([mtime.getFullYear(), mtime.getMonth(), mtime.getDate(), mtime.getHours(), mtime.getMinutes(), mtime.getSeconds()]).toEqual([
    2026, 10, 30, 20, 59, 2,
  ]);
  expect(mtime.toISOString()).toBe('2026-11-30T20:59:02.750Z');
});
