import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Tells those who hear the screen instead of seeing it. The same words twice are said twice. */
export function announce(text: string): void {
  said = text === said ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const LiveRegion = () => (
  <div className="unseen" role="status" aria-live="polite">
    {useSyncExternalStore(subscribe, () => said)}
  </div>
);
