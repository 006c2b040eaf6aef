import { useInfiniteQuery, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { listPage } from '../api/list-page.js';
import type { Page } from '../api/types.js';
import { every } from '../live/bus.js';
import { offer } from '../live/offers.js';
import { fresher, newsIn, type News } from './news.js';

export type Filter = Record<string, string | number | null | undefined>;
type Pages<T> = InfiniteData<Page<T>, string | null>;

/** A list of the API, page by page. `renewed`: rows stand still, with what is newest in them, and new ones wait to be asked for. `still`: all that is the caller's business. */
export function usePages<T>(key: string | readonly string[], path: string, filter: Filter = {}, renewed?: number, still = false) {
  const queries = useQueryClient();
  const name = typeof key === 'string' ? [key] : key;
  const queryKey = [...name, filter];
  const stands = still || renewed !== undefined;
  const read = (cursor: string | null, signal: AbortSignal) => listPage<T>(path, filter, cursor, signal);
  const q = useInfiniteQuery({
    queryKey,
    initialPageParam: null as string | null,
    refetchOnWindowFocus: !stands,
    staleTime: stands ? Infinity : undefined,
    refetchOnMount: stands ? 'always' : true,
    meta: { still: stands },
    structuralSharing: !still, // comparing ten thousand rows one by one would be felt at every key
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    getNextPageParam: (last) => last.nextCursor,
  });
  const newestKey = [...name, 'newest', filter];
  const peek = useQuery({
    queryKey: newestKey,
    queryFn: ({ signal }) => read(null, signal),
    refetchInterval: every(renewed ?? 0),
    // the first page of the list is the newest known so far
    enabled: renewed !== undefined && queries.getQueryData(newestKey) !== undefined,
  });
  const first = q.data?.pages[0];
  useEffect(() => {
    if (renewed !== undefined && first && q.dataUpdatedAt > peek.dataUpdatedAt)
      queries.setQueryData(newestKey, first, { updatedAt: q.dataUpdatedAt });
  }, [first, JSON.stringify(newestKey)]);
  const newest = peek.data && peek.dataUpdatedAt > q.dataUpdatedAt ? peek.data : null;
  const listed = useMemo(() => q.data?.pages.flatMap((p) => p.items) ?? [], [q.data]);
  const items = useMemo(() => (newest ? fresher(listed, newest.items) : listed), [listed, newest]);
  const change = (to: (rows: T[], page: number) => T[]) =>
    queries.setQueryData<Pages<T>>(queryKey, (old) => {
      if (!old) return old;
      const pages = old.pages.map((page, i) => {
        const rows = to(page.items, i);
        return rows === page.items ? page : { ...page, items: rows };
      });
      return { ...old, pages };
    });
  const restart = () => {
    queries.setQueryData<Pages<T>>(queryKey, (old) => old && { pages: old.pages.slice(0, 1), pageParams: old.pageParams.slice(0, 1) });
    return q.refetch();
  };
  useOffer(JSON.stringify(queryKey), newest && newsIn(newest, listed, !q.hasNextPage), listed.length === 0, restart);
  return { ...q, items, total: first?.total, change, restart };
}

/** What is new waits to be asked for; into an empty list it comes unasked: nothing moves. */
function useOffer(of: string, news: News | null, empty: boolean, renew: () => unknown): void {
  const { fresh, left } = news ?? { fresh: 0, left: 0 };
  useEffect(() => {
    if (fresh > 0 && empty) renew();
    else offer(of, fresh + left > 0 ? { n: fresh || null, renew: () => void renew() } : null);
    return () => offer(of, null);
  }, [of, fresh, left, empty]);
}
