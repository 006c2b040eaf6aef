import { useEffect } from 'react';
import { problemOf } from '../api/client.js';
import { useMe } from '../api/queries.js';

const PREFIX = 'recent.';
const MOST = 8;
/** A record that was opened on this device; its number only, nothing of what anybody wrote. */
export interface Recent {
  kind: 'case' | 'takedown' | 'violation' | 'penalty';
  id: string;
  label: string;
}

export function readRecent(staffId: string): Recent[] {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + staffId) ?? '[]') as Recent[];
  } catch {
    return [];
  }
}
function keep(staffId: string, records: Recent[]): void {
  try {
    localStorage.setItem(PREFIX + staffId, JSON.stringify(records.slice(0, MOST)));
  } catch {
    // a full store remembers nothing; the records are found all the same
  }
}
const others = (staffId: string, id: string): Recent[] => readRecent(staffId).filter((r) => r.id !== id);
export const forgetRecent = (staffId: string): void => localStorage.removeItem(PREFIX + staffId);

/** Remembers the record that is open, or forgets it when there is none for this person any more. */
export function useRecent(kind: Recent['kind'], id: string, label: string | undefined, error: unknown): void {
  const staffId = useMe().data?.staffId;
  const gone = error ? [403, 404].includes(problemOf(error).status) : false;
  useEffect(() => {
    if (!staffId) return;
    if (gone) keep(staffId, others(staffId, id));
    else if (label) keep(staffId, [{ kind, id, label }, ...others(staffId, id)]);
  }, [staffId, kind, id, label, gone]);
}
