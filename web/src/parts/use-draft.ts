import { useEffect, useState } from 'react';
import { useMe } from '../api/queries.js';
import { dropDraft, keepDraft, readDraft } from './drafts.js';

/** The draft's full name: two people at one machine do not read each other's. */
export const useDraftKey = (name: string): string => `${useMe().data?.staffId ?? ''}.${name}`;

/** A state that outlives a reload until it is sent; without a name it is an ordinary state. */
export function useDraft<T>(name: string | null, empty: T): [T, (next: T | ((old: T) => T)) => void, () => void] {
  const key = useDraftKey(name ?? '');
  const [value, set] = useState<T>(() => (name === null ? null : readDraft<T>(key)) ?? empty);
  useEffect(() => {
    if (name === null) return;
    if (JSON.stringify(value) === JSON.stringify(empty)) dropDraft(key);
    else keepDraft(key, value);
  }, [name, key, value]);
  return [value, set, () => set(empty)];
}
