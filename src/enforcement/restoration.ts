import type { ItemState } from './item.flow.js';
import { seenSince, type Look, type RollUp } from './removal.js';

export interface SeenBack {
  to: 'restored';
  captures: string[];
  at: Date;
}

/** A link that was asked back is restored once a look after the asking saw it; what a platform says restores nothing. */
export function restoredByLooks(item: { state: ItemState; askedAt: Date }, looks: readonly Look[]): SeenBack | null {
  if (item.state === 'restored') return null;
  const seen = seenSince(looks, item.askedAt);
  return seen && { to: 'restored', captures: [seen.captureId], at: seen.at };
}

/** What became of a whole withdrawal, by its links. */
export function restorationOf(states: readonly ItemState[]): RollUp {
  if (states.length === 0) return 'none';
  const all = (...of: ItemState[]) => states.every((s) => of.includes(s));
  if (all('restored')) return 'restored';
  if (all('restoration-refused')) return 'restoration-refused';
  if (all('restored', 'restoration-claimed')) return 'restoration-claimed';
  return all('asked-back') || !states.some((s) => s === 'restored' || s === 'restoration-claimed' || s === 'restoration-partial')
    ? 'open'
    : 'partly';
}
