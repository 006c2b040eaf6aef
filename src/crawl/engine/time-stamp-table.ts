import { readTable } from '../../core/table.js';

interface TimeStampTable {
  answer_seconds: number;
  largest_answer: number;
  again_after_minutes: number[];
  renew_days_before: number;
  restamp_per_minute: number;
  clock_seconds: number;
  receipt_after_seconds: number;
}

/** `config/time-stamps.yaml`, checked. */
export const timeStampTable = readTable<TimeStampTable>('time-stamps.yaml', (t) =>
  [
    t.answer_seconds,
    t.largest_answer,
    t.renew_days_before,
    t.restamp_per_minute,
    t.clock_seconds,
    t.receipt_after_seconds,
    t.again_after_minutes?.length,
    ...(t.again_after_minutes ?? []),
  ].some((n) => !(typeof n === 'number' && n > 0))
    ? [{ path: [], says: 'every figure must be a positive number, and there must be a pause before another try' }]
    : [],
);
