import { onSignal } from '../api/client.js';
import { hear, listen, type Line } from './bus.js';

/** The line, or that this tab does not reach the office, whatever the line still says: a cut line is silent for a while before it counts as cut. */
export interface Shown {
  state: Line['state'] | 'offline';
  since: number;
}
let lostAt: number | null = null;
const listeners = new Set<() => void>();

export const lostNow = (): number | null => lostAt;
export function onReach(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
const turn = (to: number | null) => {
  lostAt = to;
  for (const listener of listeners) listener();
};
export function lose(): void {
  if (lostAt === null) turn(Date.now());
}
/** After a gap everything may have moved, and what could not be read still says so. */
export function find(): void {
  if (lostAt === null) return;
  turn(null);
  hear({ type: 'moved', rooms: 'all' });
}
export const shown = (line: Line, lost: number | null): Shown => (lost === null ? line : { state: 'offline', since: lost });

/** Hears of the browser, of each call and of the line whether the office is reached. */
export function watchReach(): () => void {
  if (!navigator.onLine) lose();
  const over = new AbortController();
  addEventListener('offline', lose, over);
  addEventListener('online', find, over);
  const deaf = [
    onSignal((signal) => {
      if (signal === 'lost') lose();
      else find();
    }),
    listen((message) => {
      if (message.type === 'line' && message.state === 'live') find();
    }),
  ];
  return () => {
    over.abort();
    for (const end of deaf) end();
  };
}
