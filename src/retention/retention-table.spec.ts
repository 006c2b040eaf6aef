import { expect, test } from '@jest/globals';
import { interval, retentionFaults, retentionTable as table } from './retention-table.js';

const { 'capture-harmless': harmless } = table.classes;
const faults = (change: object) =>
  retentionFaults({ ...table, classes: { x: harmless, 'capture-harmless': { ...harmless, ...change } } }).map((f) => f.path.join('.'));

test('every class says what is purged, how long from which date it is kept, and by which ground in both languages', () => {
  expect(retentionFaults(table)).toEqual([]);
  expect(Object.keys(table.classes).length).toBeGreaterThanOrEqual(5);
  expect(Object.values(table.classes).every((c) => c.ground.vi.length > 20 && c.ground.en.length > 20)).toBe(true);
});
test('what is wrong with a class is told with its place', () => {
  expect(faults({})).toEqual(['classes.x']);
  expect(faults({ kind: 'log' })).toContain('classes.capture-harmless.kind');
  expect(faults({ from: 'matter-ended' })).toContain('classes.capture-harmless.from');
  expect(faults({ keep: {} })).toContain('classes.capture-harmless.keep');
  expect(faults({ keep: { months: 0 } })).toContain('classes.capture-harmless.keep');
  expect(faults({ keep: { 'years; DROP': 1 } })).toContain('classes.capture-harmless.keep');
  expect(faults({ ground: { vi: 'x', en: '' } })).toContain('classes.capture-harmless.ground');
  expect(faults({ set_by: 'nobody' })).toContain('classes.capture-harmless.set_by');
  expect(faults({ until: 1 })).toContain('classes.capture-harmless.until');
  expect(retentionFaults({ ...table, batch: 0 }).map((f) => f.path)).toEqual([['batch']]);
});
test('a time is written as the database reads it', () => expect(interval({ years: 1, months: 6 })).toBe('1 years 6 months'));
