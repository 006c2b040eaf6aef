import { useClock, useMe } from '../api/queries.js';
import { stampOf } from './zone-time.js';
import { useNow } from './use-now.js';

/** The office clock to the minute; the demo may move it ahead of the true one. */
export const useOfficeNow = (): number => useNow() + (useClock().data?.offsetHours ?? 0) * 3_600_000;
/** How a moment stands in a table that leaves the office. */
export const useStamp = () => {
  const zone = useZone();
  return (at: string | null | undefined) => at && stampOf(at, zone);
};
export const useZone = (): string => useMe().data?.timeZone ?? 'UTC';
