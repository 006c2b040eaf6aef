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
