import { useQuery } from '@tanstack/react-query';
import { every } from '../live/bus.js';
import { get, keepCsrf } from './client.js';
import type { Clock, Counts, Me, Words } from './types.js';

export async function readMe(): Promise<Me> {
  const me = await get<Me>('/me');
  keepCsrf(me.csrf);
  return me;
}
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: readMe, staleTime: Infinity, retry: false });
export const useCounts = (on: boolean) =>
  useQuery({ queryKey: ['counts'], queryFn: ({ signal }) => get<Counts>('/counts', signal), refetchInterval: every(15_000), enabled: on });
export const useClock = () =>
  useQuery({ queryKey: ['clock'], queryFn: ({ signal }) => get<Clock>('/demo/clock', signal), staleTime: 300_000, retry: false });
/** The office's own words for its terms; the texts here stand in until they have come. */
export const useGlossary = () =>
  useQuery({
    queryKey: ['glossary'],
    queryFn: ({ signal }) => get<Words>('/glossary', signal).catch(() => ({}) as Words),
    staleTime: Infinity,
    retry: false,
  });

export const may = (me: Me | undefined, right: string): boolean => me?.rights.includes(right) ?? false;
