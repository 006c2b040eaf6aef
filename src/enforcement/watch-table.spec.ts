import { describe, expect, test } from '@jest/globals';
import { watchFaults, watchTable } from './watch-table.js';

const HOURS = watchTable.looks_after_hours;
const faults = (hours: Partial<typeof HOURS>, more: object = {}) =>
  watchFaults({ ...watchTable, ...more, looks_after_hours: { ...HOURS, ...hours } }, 72).map((f) => f.path.join('.'));

describe('when the house looks again by itself', () => {
  test('is thick after a request and after a removal, and thin later', () => {
    for (const hours of [HOURS.schedule, HOURS.removal]) {
      const pauses = hours.slice(1).map((n, i) => n - hours[i]);
      expect(pauses.at(-1)).toBeGreaterThanOrEqual(Math.max(...pauses.slice(0, -1)));
    }
  });
  test('is refused without an occasion, out of order, or at a time that is no hour', () => {
    expect(faults({ removal: undefined })).toEqual(['looks_after_hours.removal']);
    expect(faults({ claim: [25, 0] })).toEqual(['looks_after_hours.claim.1']);
    expect(faults({ schedule: [1, 'soon' as never, 49] })).toContain('looks_after_hours.schedule.1');
  });
  test('is refused where no two looks could prove a removal, or none comes when a withdrawal is late', () => {
    expect(faults({ schedule: [1, 25] })).toEqual(['looks_after_hours.schedule']);
    expect(faults({}, { hours_apart: 0 })).toEqual(['hours_apart']);
    expect(faults({ removal: [0, 24] })).toEqual(['looks_after_hours.removal.0']);
    expect(faults({ restoration: [24, 48] })).toEqual(['looks_after_hours.restoration']);
  });
});
