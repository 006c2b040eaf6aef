import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useMemo } from 'react';
import { get, query } from '../api/client.js';
import type { Page } from '../api/types.js';

export type Filter = Record<string, string | number | null | undefined>;
type Pages<T> = InfiniteData<Page<T>, string | null>;

/** A list of the API, page by page. `still`: the rows stay as they are until somebody asks for newer ones. */
export function usePages<T>(key: string, path: string, filter: Filter = {}, refetchInterval?: number, still = false) {
  const queries = useQueryClient();
  const queryKey = [key, filter];
  const q = useInfiniteQuery({
    queryKey,
    initialPageParam: null as string | null,
    refetchInterval,
    refetchOnWindowFocus: !still,
    staleTime: still ? Infinity : undefined,
    refetchOnMount: still ? 'always' : true,
    structuralSharing: !still, // comparing ten thousand rows one by one would be felt at every key
    queryFn: ({ pageParam, signal }) => get<Page<T>>(`${path}${query({ limit: 100, ...filter, cursor: pageParam })}`, signal),
    getNextPageParam: (last) => last.nextCursor,
  });
  const items = useMemo(() => q.data?.pages.flatMap((p) => p.items) ?? [], [q.data]);
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
  return { ...q, items, total: q.data?.pages[0]?.total, change, restart };
}
