import { count, type Item, type Takedown, type World } from './world.js';

/** Takes note of what follows, of which record. */
export type Tell = (type: string, subject: string) => void;

/** A request is gone: its link waits, or what it withdraws ends. */
export function left(w: World, t: Takedown, tell: Tell): void {
  tell('takedown.sent', t.id);
  if (!t.withdraws) count(w, t.everSent ? 'takedowns-resent' : 'takedowns-sent');
  if (!t.withdraws && !t.everSent) count(w, 'links-asked');
  Object.assign(t, { state: 'sent', everSent: true });
  if (!t.withdraws) t.item = { ...blankItem(), id: t.item?.id ?? '' };
  else withdrawn(w, t.withdraws, tell);
}
const blankItem = (): Item => ({ id: '', state: 'awaiting', version: 0, askedAt: new Date(0), claimedAt: null, verifiedAt: null });

/** Nothing is asked for by it any more. */
export function withdrawn(w: World, t: Takedown, tell: Tell): void {
  if (t.state === 'withdrawn') return;
  tell('takedown.withdrawn', t.id);
  t.state = 'withdrawn';
  if (t.everSent) count(w, 'takedowns-withdrawn');
  if (!t.item || t.item.state === 'withdrawn') return;
  t.item.state = 'withdrawn';
  count(w, 'links-withdrawn');
  tell('item.withdrawn', t.id);
}
