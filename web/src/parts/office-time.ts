import { useClock, useMe } from '../api/queries.js';
import { useNow } from './use-now.js';

/** The office clock to the minute; the demo may move it ahead of the true one. */
export const useOfficeNow = (): number => useNow() + (useClock().data?.offsetHours ?? 0) * 3_600_000;
export const useZone = (): string => useMe().data?.timeZone ?? 'UTC';
