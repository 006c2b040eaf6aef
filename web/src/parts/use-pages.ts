import { useInfiniteQuery } from '@tanstack/react-query';
import { get, query } from '../api/client.js';
import type { Page } from '../api/types.js';

/** A list of the API, page by page. */
export function usePages<T>(
  key: string,
  path: string,
  filter: Record<string, string | number | null | undefined> = {},
  refetchInterval?: number,
) {
  const q = useInfiniteQuery({
    queryKey: [key, filter],
    initialPageParam: null as string | null,
    refetchInterval,
    queryFn: ({ pageParam, signal }) => get<Page<T>>(`${path}${query({ limit: 100, ...filter, cursor: pageParam })}`, signal),
    getNextPageParam: (last) => last.nextCursor,
  });
  return { ...q, items: q.data?.pages.flatMap((p) => p.items) ?? [], total: q.data?.pages[0]?.total };
}
