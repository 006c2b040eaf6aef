import type { Day } from '../../core/http/answer.js';

/** Whole days of the office's zone, the last one included. */
export interface Days {
  from: Day;
  to: Day;
}
export interface OverviewPeriod extends Days {
  days: number;
  before: Days;
}

export const dayAfter = (day: string, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The last days, today included, and as many before them. */
export const periodOf = (today: string, days: number): OverviewPeriod => ({
  days,
  from: dayAfter(today, 1 - days),
  to: today,
  before: { from: dayAfter(today, 1 - 2 * days), to: dayAfter(today, -days) },
});

/** By how much it grew, in percent; none where too few were counted before to say so. */
export const percentOf = (now: number, before: number, from: number): number | null =>
  before >= from ? Math.round(((now - before) / before) * 100) : null;
