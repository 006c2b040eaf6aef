import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate, useParams, type NavigateOptions } from 'react-router-dom';
import { listPage } from '../../api/list-page.js';
import type { TriageLine } from '../../api/types.js';
import { every } from '../../live/bus.js';
import { usePages } from '../../parts/use-pages.js';
import { countNews } from '../../parts/news.js';
import { asksForFirst } from './first.js';
import { useQueueFilter } from './queue-filter.js';
import { itemQuery } from './use-item.js';

const NEWS_MS = 15_000;
const AHEAD = 2;
export interface Place {
  line: TriageLine;
  before: string | undefined;
}

/** The queue as it stands still under the eyes, the post that is open in it, and what came in since. */
export function useQueue() {
  const { id } = useParams();
  const { filter, address } = useQueueFilter();
  const go = useNavigate();
  const queries = useQueryClient();
  const list = usePages<TriageLine>('triage', '/triage', filter, undefined, true);
  const newest = useQuery({
    queryKey: ['triage-news', filter],
    queryFn: ({ signal }) => listPage<TriageLine>('/triage', filter, null, signal),
    refetchInterval: every(NEWS_MS),
    enabled: list.isSuccess,
  }).data;
  const gone = useRef(new Set<string>());
  const items = useMemo(() => {
    const fresh = new Map(newest?.items.map((i) => [i.id, i]));
    return list.items.map((i) => fresh.get(i.id) ?? i);
  }, [list.items, newest]);
  const listed = useMemo(() => new Set(list.items.map((i) => i.id)), [list.items]);
  const news = newest
    ? countNews(
        newest.items.map((i) => i.id).filter((i) => !gone.current.has(i)),
        listed,
        !list.hasNextPage,
      )
    : 0;
  const { restart } = list;
  useEffect(() => {
    // into an empty list they may come unasked: nothing moves
    if (news > 0 && listed.size === 0) void restart();
  }, [news, listed.size]);
  const at = items.findIndex((i) => i.id === id);
  const open = (next: string | undefined, options?: NavigateOptions) => {
    if (next) void go({ pathname: `/triage/${next}`, ...address }, options);
  };
  const first = asksForFirst(useLocation().state) && !id ? items[0]?.id : undefined;
  useEffect(() => open(first, { replace: true }), [first]);
  useEffect(() => {
    // the next ones are loaded before they are asked for
    for (const next of items.slice(at + 1, at + 1 + AHEAD)) void queries.prefetchQuery(itemQuery(next.id));
  }, [at, items, queries]);

  return {
    ...list,
    id,
    items,
    at,
    news,
    filter,
    open,
    next: () => open(items[at + 1]?.id ?? (at < 0 ? items[0]?.id : undefined)),
    previous: () => open(items[Math.max(0, at - 1)]?.id),
    /** Takes a row out before the server has heard of it, and opens the one after it. */
    take(gone_: string): Place | null {
      const index = items.findIndex((i) => i.id === gone_);
      gone.current.add(gone_);
      if (index < 0) {
        open(items[0]?.id);
        return null;
      }
      list.change((rows) => (rows.some((r) => r.id === gone_) ? rows.filter((r) => r.id !== gone_) : rows));
      const after = items[index + 1] ?? items[index - 1];
      if (id === gone_) open(after?.id);
      return { line: items[index], before: items[index + 1]?.id };
    },
    /** Puts it back where it was. */
    putBack({ line, before }: Place) {
      gone.current.delete(line.id);
      list.change((rows, page) => {
        const index = rows.findIndex((r) => r.id === before);
        if (index >= 0) return rows.toSpliced(index, 0, line);
        return before === undefined && page === 0 ? [...rows, line] : rows;
      });
    },
  };
}
export type Queue = ReturnType<typeof useQueue>;
