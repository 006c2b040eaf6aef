import type { QueryClient } from '@tanstack/react-query';
import { listen } from './bus.js';
import { atWork } from './at-work.js';
import { readAnew } from './moved.js';
import { offer } from './offers.js';

/** between two readings; what is told meanwhile is read together */
const GAP_MS = 3_000;
/** not all browsers at the same moment */
const SPREAD_MS = 300;
/** Its lines would move: not while somebody is at it. */
export const MOVES = 'work';

/** Reads anew what moved, of what is on the screen; what is still (a list) waits to be asked for. */
export function refreshFrom(queries: QueryClient): () => void {
  const due = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let readAt = 0;
  const soon = () => {
    timer ??= setTimeout(read, Math.max(0, readAt + GAP_MS - Date.now()) + Math.random() * SPREAD_MS);
  };
  const renew = () => {
    offer(MOVES, null);
    void queries.invalidateQueries({ queryKey: [MOVES] });
  };
  const read = () => {
    timer = undefined;
    if (document.hidden) return; // it is read when it is seen again
    readAt = Date.now();
    const names = new Set(due);
    due.clear();
    const waits = names.has(MOVES) && atWork() && queries.getQueryCache().findAll({ queryKey: [MOVES], type: 'active' }).length > 0;
    if (waits) names.delete(MOVES);
    offer(MOVES, waits ? { n: null, renew } : null);
    const moved = {
      predicate: (q: { queryKey: readonly unknown[]; meta?: Record<string, unknown> }) =>
        names.has(String(q.queryKey[0])) && !q.meta?.still,
    };
    if (queries.isFetching(moved) > 0) {
      // what is being read may have begun before it moved
      for (const name of names) due.add(name);
      soon();
    }
    void queries.invalidateQueries(moved, { cancelRefetch: false });
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
    deaf();
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', back);
  };
}
