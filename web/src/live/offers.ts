import { useSyncExternalStore } from 'react';

/** News that waits to be asked for: how many rows, where that is known, and how to see them. */
export interface Offer {
  n: number | null;
  renew: () => void;
}
let offers: ReadonlyMap<string, Offer> = new Map();
const listeners = new Set<() => void>();

export function offer(of: string, news: Offer | null): void {
  if (!news && !offers.has(of)) return;
  const now = new Map(offers);
  if (news) now.set(of, news);
  else now.delete(of);
  offers = now;
  for (const listener of listeners) listener();
}
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useOffers = (): ReadonlyMap<string, Offer> => useSyncExternalStore(subscribe, () => offers);
