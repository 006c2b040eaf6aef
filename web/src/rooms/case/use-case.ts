import { useQuery, type QueryKey } from '@tanstack/react-query';
import { call, get } from '../../api/client.js';
import type { CaseFull } from '../../api/types.js';
import { every } from '../../live/bus.js';

export const useCase = (id: string) =>
  useQuery({ queryKey: ['case', id], queryFn: ({ signal }) => get<CaseFull>(`/cases/${id}`, signal), refetchInterval: every(15_000) });
/** What an act on a case makes out of date. */
export const touched = (id: string): QueryKey[] => [['case', id], ['cases'], ['work'], ['counts']];
export const post = (id: string, path: string, body: object, key: string) => call('POST', `/cases/${id}${path}`, body, key);
