import { useSyncExternalStore } from 'react';

const TOGETHER_MS = 1_000;
let said = '';
let outcome = { text: '', at: -Infinity };
const listeners = new Set<() => void>();

/** Tells those who hear the screen instead of seeing it. The same words twice are said twice. */
export function announce(text: string): void {
  outcome = { text, at: performance.now() };
  say(text);
}
/** Tells where one is now; what an act has just brought is said first, and not lost. */
export function announcePlace(text: string): void {
  say(performance.now() - outcome.at < TOGETHER_MS ? `${outcome.text}. ${text}` : text);
}
function say(text: string): void {
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
