import { useQuery, type QueryKey } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.js';
import { call, get } from '../../api/client.js';
import type { CaseFull, Colleague, Exhibit, Party, StaffMember } from '../../api/types.js';
import { every } from '../../live/bus.js';

export const useCase = (id: string) =>
  useQuery({ queryKey: ['case', id], queryFn: ({ signal }) => get<CaseFull>(`/cases/${id}`, signal), refetchInterval: every(15_000) });
/** All that is proved with, to choose from: the file itself holds the first ones. */
export const useExhibits = (id: string) =>
  useQuery({
    queryKey: ['case', id, 'all exhibits'],
    queryFn: ({ signal }) => allPages<Exhibit>(`/cases/${id}/exhibits`, {}, { signal }).then((all) => all.items),
  });
/** Whom the case accuses, to choose from. */
export const useAccused = (file: CaseFull): Party[] => useWhole(file, 'parties').filter((p) => p.role === 'accused');
/** To whom it can be given. */
export const useAssignable = (file: CaseFull): Colleague[] => useWhole(file, 'assignable');
/** Everybody of the office, once somebody is about to say whom of them the case concerns. */
export const useStaff = (file: CaseFull, asked: boolean): StaffMember[] | undefined =>
  useQuery({
    queryKey: ['staff'],
    enabled: asked,
    staleTime: 300_000,
    queryFn: ({ signal }) => allPages<StaffMember>(`/cases/${file.id}/staff`, {}, { signal }).then((all) => all.items),
  }).data;
/** All of them, to choose from; mostly the file itself holds them all. */
function useWhole<P extends 'parties' | 'assignable'>(file: CaseFull, part: P): CaseFull[P] {
  const whole = file[part].length === file.totals[part];
  const all = useQuery({
    queryKey: ['case', file.id, `all ${part}`],
    enabled: !whole,
    queryFn: ({ signal }) =>
      allPages<CaseFull[P][number]>(`/cases/${file.id}/${part}`, {}, { signal }).then((found) => found.items as CaseFull[P]),
  });
  return (!whole && all.data) || file[part];
}
/** What an act on a case makes out of date. */
export const touched = (id: string): QueryKey[] => [['case', id], ['cases'], ['work'], ['counts']];
export const post = (id: string, path: string, body: object, key: string) => call('POST', `/cases/${id}${path}`, body, key);
