import type { Query, QueryClient } from '@tanstack/react-query';
import { listen } from './bus.js';
import { atWork } from './at-work.js';
import { readAnew } from './moved.js';
import { offer } from './offers.js';

/** after a reading is done, before the next; what is told meanwhile is read together */
const GAP_MS = 3_000;
/** not all browsers at the same moment */
const SPREAD_MS = 300;
/** Its lines would move: not while somebody is at it. */
export const MOVES = 'work';

const nameOf = (q: Query): string => String(q.queryKey[0]);

/** Reads anew what moved, of what is on the screen; what is still (a list) waits to be asked for. */
export function refreshFrom(queries: QueryClient): () => void {
  const due = new Set<string>();
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  let readAt = 0;
  let again = new Set<string>();
  const soon = () => {
    if (!reading) timer ??= setTimeout(() => void read(), Math.max(0, readAt + GAP_MS - Date.now()) + Math.random() * SPREAD_MS);
  };
  const renew = () => {
    offer(MOVES, null);
    void queries.invalidateQueries({ queryKey: [MOVES] });
  };
  const read = async () => {
    timer = undefined;
    if (document.hidden) return; // it is read when it is seen again
    const names = new Set(due);
    due.clear();
    const waits = names.has(MOVES) && atWork() && queries.getQueryCache().findAll({ queryKey: [MOVES], type: 'active' }).length > 0;
    if (waits) names.delete(MOVES);
    offer(MOVES, waits ? { n: null, renew } : null);
    const moved = { predicate: (q: Query) => names.has(nameOf(q)) && !q.meta?.still };
    // what is being read may have been read before it moved: once more, and only once, so that a slow office is not asked without end
    const late = queries
      .getQueryCache()
      .findAll({ ...moved, type: 'active', fetchStatus: 'fetching' })
      .map(nameOf)
      .filter((name) => !again.has(name));
    again = new Set(late);
    reading = true;
    await queries.invalidateQueries(moved, { cancelRefetch: false });
    reading = false;
    readAt = Date.now();
    for (const name of late) due.add(name);
    if (due.size > 0 && !over) soon();
  };
  const back = () => {
    if (!document.hidden && due.size > 0) soon();
  };
  document.addEventListener('visibilitychange', back);
  const deaf = listen((message) => {
    // without a line every screen asks for itself again, and so must hear of it now
    if (message.type === 'moved' || (message.type === 'line' && message.state !== 'live')) {
      for (const name of readAnew(message.type === 'moved' ? message.rooms : 'all')) due.add(name);
      soon();
    }
  });
  return () => {
    over = true;
    deaf();
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', back);
  };
}
