import { useState } from 'react';
import { useMe } from '../api/queries.js';
import { dropDraft, keepDraft, readDraft } from './drafts.js';

/** The draft's full name: two people at one machine do not read each other's. */
export const useDraftKey = (name: string): string => `${useMe().data?.staffId ?? ''}.${name}`;

/** A state that outlives a reload until it is sent; without a name it is an ordinary state. Another name is another state. */
export function useDraft<T>(name: string | null, empty: T): [T, (next: T | ((old: T) => T)) => void, () => void] {
  const key = useDraftKey(name ?? '');
  const read = (): T => (name === null ? null : readDraft<T>(key)) ?? empty;
  const [held, hold] = useState(() => ({ key, value: read() }));
  const value = held.key === key ? held.value : read();
  const set = (next: T | ((old: T) => T)): void =>
    hold((was) => {
      const old = was.key === key ? was.value : read();
      const now = typeof next === 'function' ? (next as (old: T) => T)(old) : next;
      if (name !== null && JSON.stringify(now) === JSON.stringify(empty)) dropDraft(key);
      else if (name !== null) keepDraft(key, now);
      return { key, value: now };
    });
  return [value, set, () => set(empty)];
}
