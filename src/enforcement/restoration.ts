import type { ItemState } from './item.flow.js';
import { ofThePublic, seenSince, type Look, type RollUp } from './removal.js';

export interface SeenBack {
  to: 'restored';
  captures: string[];
  at: Date;
}

/** A link that was asked back is restored once a look after the asking saw it; what a platform says restores nothing. */
export function restoredByLooks(item: { state: ItemState; askedAt: Date }, looks: readonly Look[]): SeenBack | null {
  if (item.state === 'restored') return null;
  const seen = seenSince(ofThePublic(looks), item.askedAt);
  return seen && { to: 'restored', captures: [seen.captureId], at: seen.at };
}

/** What became of a whole withdrawal, by its links: what was seen comes before what was said. */
export function restorationOf(states: readonly ItemState[]): RollUp {
  const some = (...of: ItemState[]) => states.some((s) => of.includes(s));
  const all = (of: ItemState) => states.every((s) => s === of);
  if (states.length === 0) return 'none';
  if (some('restored')) return all('restored') ? 'restored' : 'partly';
  if (all('restoration-claimed')) return 'restoration-claimed';
  if (some('restoration-claimed', 'restoration-partial')) return 'restoration-partial';
  return all('restoration-refused') ? 'restoration-refused' : 'open';
}
