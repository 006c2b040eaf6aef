import { useEffect, useState } from 'react';
import { useClock, useMe } from '../api/queries.js';

/** The office clock, which the demo may move ahead of the true one; it ticks so often. */
export function useOfficeNow(everyMs = 30_000): number {
  const ahead = (useClock().data?.offsetHours ?? 0) * 3_600_000;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now + ahead;
}
export const useZone = (): string => useMe().data?.timeZone ?? 'UTC';

/** A moment as the fields of a form show it, yyyy-mm-ddThh:mm, on the clock of the zone. */
export function fieldOf(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));
  return parts.replace(' ', 'T');
}
/** The moment that somebody typed on the clock of the zone, wherever their own machine stands. */
export function momentOf(field: string, zone: string): string {
  const asUtc = Date.parse(`${field}Z`);
  const shown = Date.parse(`${fieldOf(asUtc, zone)}Z`);
  return new Date(asUtc - (shown - asUtc)).toISOString();
}
