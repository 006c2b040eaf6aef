import { useClock, useMe } from '../api/queries.js';
import { stampOf } from './zone-time.js';
import { useNow } from './use-now.js';

/** How far the demo moved the office clock ahead of the true one, in milliseconds. */
export const useClockShift = (): number => (useClock().data?.offsetHours ?? 0) * 3_600_000;
/** The office clock to the minute. */
export const useOfficeNow = (): number => useNow() + useClockShift();
/** How a moment stands in a table that leaves the office. */
export const useStamp = () => {
  const zone = useZone();
  return (at: string | null | undefined) => at && stampOf(at, zone);
};
export const useZone = (): string => useMe().data?.timeZone ?? 'UTC';
