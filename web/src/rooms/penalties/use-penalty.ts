import { keepPreviousData, useQuery, type QueryKey } from '@tanstack/react-query';
import { call, get } from '../../api/client.js';
import { useText } from '../../text/language.js';
import type { DecisionFull, Law, Preview, RecordFull } from './types.js';
import { every } from '../../live/bus.js';

const REFRESH_MS = 15_000;
export const useRecord = (id: string | null) =>
  useQuery({
    queryKey: ['violation', id],
    queryFn: ({ signal }) => get<RecordFull>(`/violations/${id}`, signal),
    refetchInterval: every(REFRESH_MS),
    enabled: id !== null,
  });
export const useDecision = (id: string) =>
  useQuery({
    queryKey: ['penalty', id],
    queryFn: ({ signal }) => get<DecisionFull>(`/penalties/${id}`, signal),
    refetchInterval: every(REFRESH_MS),
  });
export const useLaw = () =>
  useQuery({ queryKey: ['penalty-law'], queryFn: ({ signal }) => get<Law>('/penalty-law', signal), staleTime: Infinity });
/** What the law says of facts that are being typed; null while too little of them is there. */
export const usePreview = (facts: object | null) =>
  useQuery({
    queryKey: ['penalty-preview', facts],
    queryFn: ({ signal }) => call<Preview>('POST', '/penalty-law/previews', facts, undefined, signal),
    enabled: facts !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
/** What an act on the way of a penalty makes out of date. */
export const touched = (caseId: string): QueryKey[] => [
  ...[['violation'], ['violations'], ['penalty'], ['penalties'], ['work'], ['counts']],
  ['case', caseId],
];

/** The tables' words for what a record or a decision names by its key. */
export function useLawWords() {
  const { language } = useText();
  const law = useLaw().data;
  return (list: 'actTypes' | 'circumstances' | 'referralSigns', key: string): string =>
    law?.[list].find((c) => c.key === key)?.label[language] ?? key;
}
