import { useQuery, type QueryKey } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.js';
import { call, get } from '../../api/client.js';
import type { CaseFull, CasePost, Exhibit, Party } from '../../api/types.js';
import { every } from '../../live/bus.js';

export const useCase = (id: string) =>
  useQuery({ queryKey: ['case', id], queryFn: ({ signal }) => get<CaseFull>(`/cases/${id}`, signal), refetchInterval: every(15_000) });
/** All that is proved with, to choose from: the file itself holds the first ones. */
export const useExhibits = (id: string) =>
  useQuery({
    queryKey: ['case', id, 'all exhibits'],
    queryFn: ({ signal }) => allPages<Exhibit>(`/cases/${id}/exhibits`, {}, { signal }).then((all) => all.items),
  });
export const usePosts = (id: string) =>
  useQuery({
    queryKey: ['case', id, 'all posts'],
    queryFn: ({ signal }) => allPages<CasePost>(`/cases/${id}/posts`, {}, { signal }).then((all) => all.items),
  });
/** Whom the case accuses, to choose from; mostly the file itself holds everybody. */
export function useAccused(file: CaseFull): Party[] {
  const whole = file.parties.length === file.totals.parties;
  const all = useQuery({
    queryKey: ['case', file.id, 'all parties'],
    enabled: !whole,
    queryFn: ({ signal }) => allPages<Party>(`/cases/${file.id}/parties`, {}, { signal }).then((found) => found.items),
  });
  return ((!whole && all.data) || file.parties).filter((p) => p.role === 'accused');
}
/** What an act on a case makes out of date. */
export const touched = (id: string): QueryKey[] => [['case', id], ['cases'], ['work'], ['counts']];
export const post = (id: string, path: string, body: object, key: string) => call('POST', `/cases/${id}${path}`, body, key);
