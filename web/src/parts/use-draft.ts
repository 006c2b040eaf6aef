import { useState } from 'react';

function kept<T>(name: string, empty: T): T {
  try {
    const text = localStorage.getItem(name);
    return text === null ? empty : (JSON.parse(text) as T);
  } catch {
    return empty;
  }
}

/** What somebody types, kept in this browser until it is recorded. */
export function useDraft<T>(key: string, empty: T): [T, (value: T) => void, () => void] {
  const name = `draft.${key}`;
  const [held, setHeld] = useState(() => ({ name, value: kept(name, empty) }));
  const value = held.name === name ? held.value : kept(name, empty);
  const set = (next: T) => {
    setHeld({ name, value: next });
    localStorage.setItem(name, JSON.stringify(next));
  };
  const clear = () => {
    setHeld({ name, value: empty });
    localStorage.removeItem(name);
  };
  return [value, set, clear];
}
