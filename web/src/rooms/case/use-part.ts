import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, query } from '../../api/client.js';
import type { CaseFull, Page } from '../../api/types.js';

const REFRESH_MS = 15_000;
type PartName = 'posts' | 'exhibits' | 'parties' | 'notes' | 'deadlines' | 'falls' | 'history';
export interface Part<T> {
  items: T[];
  /** of what happened nobody counts how much it is */
  total?: number;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => void;
}

/** A long part of the case file: its beginning comes with the file, all of it page by page once somebody asks for more. */
export function usePart<P extends PartName>(file: CaseFull, part: P): Part<CaseFull[P][number]> {
  const [asked, ask] = useState(false);
  const q = useInfiniteQuery({
    queryKey: ['case', file.id, part],
    enabled: asked,
    initialPageParam: null as string | null,
    refetchInterval: REFRESH_MS,
    queryFn: ({ pageParam, signal }) =>
      get<Page<CaseFull[P][number]>>(`/cases/${file.id}/${part}${query({ limit: 100, cursor: pageParam })}`, signal),
    getNextPageParam: (last) => last.nextCursor,
  });
  const total = part === 'history' ? undefined : file.totals[part as Exclude<PartName, 'history'>];
  return {
    items: q.data?.pages.flatMap((p) => p.items) ?? file[part],
    total,
    hasNextPage: q.data ? q.hasNextPage : total === undefined ? file.moreHistory : total > file[part].length,
    isFetchingNextPage: q.data ? q.isFetchingNextPage : q.isFetching,
    fetchNextPage: () => (q.data ? void q.fetchNextPage() : ask(true)),
  };
}
