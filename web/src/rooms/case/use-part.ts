import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, query } from '../../api/client.js';
import type { CaseFull, CasePost, Exhibit, Page } from '../../api/types.js';

const REFRESH_MS = 15_000;

/** A long part of the case file: its beginning comes with the file, all of it page by page once somebody asks for more. */
export function usePart<T extends CasePost | Exhibit>(file: CaseFull, part: 'posts' | 'exhibits') {
  const [asked, ask] = useState(false);
  const q = useInfiniteQuery({
    queryKey: ['case', file.id, part],
    enabled: asked,
    initialPageParam: null as string | null,
    refetchInterval: REFRESH_MS,
    queryFn: ({ pageParam, signal }) => get<Page<T>>(`/cases/${file.id}/${part}${query({ limit: 100, cursor: pageParam })}`, signal),
    getNextPageParam: (last) => last.nextCursor,
  });
  const begun = file[part] as T[];
  const total = file.totals[part];
  return {
    items: q.data?.pages.flatMap((p) => p.items) ?? begun,
    total,
    hasNextPage: q.data ? q.hasNextPage : total > begun.length,
    isFetchingNextPage: q.data ? q.isFetchingNextPage : q.isFetching,
    fetchNextPage: () => (q.data ? void q.fetchNextPage() : ask(true)),
  };
}
