import { readTable, type Fault } from '../core/table.js';
import { takedownTable } from './enforcement-table.js';
import { whole } from './table-faults.js';

/** What the house looks again after, by itself. */
export const OCCASIONS = ['schedule', 'claim', 'removal', 'reappearance', 'restoration'] as const;
export type Occasion = (typeof OCCASIONS)[number];
interface WatchTable {
  hours_apart: number;
  looks_after_hours: Record<Occasion, number[]>;
}

export function watchFaults(t: WatchTable, answerHours: number): Fault[] {
  const lists = OCCASIONS.flatMap((occasion): Fault[] => {
    const [path, hours] = [['looks_after_hours', occasion], t.looks_after_hours?.[occasion]];
    if (!Array.isArray(hours) || hours.length === 0) return [{ path, says: `${occasion} needs the hours of its looks` }];
    const later = hours.flatMap((n, i) =>
      i > 0 && n <= hours[i - 1] ? [{ path: [...path, i], says: 'each look comes later than the one before' }] : [],
    );
    return [...hours.flatMap((n, i) => whole([...path, i], n, 0)), ...later];
  });
  if (lists.length > 0) return lists;
  const { schedule, removal, restoration } = t.looks_after_hours;
  const proves = (hours: number[]) => hours.some((n) => n - hours[0] > t.hours_apart);
  return [
    ...whole(['hours_apart'], t.hours_apart, 1),
    ...(proves(schedule) ? [] : [{ path: ['looks_after_hours', 'schedule'], says: 'two looks lie further apart than hours_apart' }]),
    ...(removal[0] > 0 ? [] : [{ path: ['looks_after_hours', 'removal', 0], says: 'the removal itself was just looked at' }]),
    ...(restoration.some((n) => n >= answerHours)
      ? []
      : [{ path: ['looks_after_hours', 'restoration'], says: 'one look comes when the time to answer a withdrawal is over' }]),
  ];
}

/** `config/watch.yaml`, checked. */
export const watchTable = readTable<WatchTable>('watch.yaml', (t) => watchFaults(t, takedownTable.answer_to_withdrawal_hours));
