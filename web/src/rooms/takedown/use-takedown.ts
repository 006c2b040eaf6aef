import { useQuery, type QueryKey } from '@tanstack/react-query';
import { call, get } from '../../api/client.js';
import type { Choices, TakedownAct, TakedownFull } from './types.js';
import { every } from '../../live/bus.js';

export const useTakedown = (id: string) =>
  useQuery({
    queryKey: ['takedown', id],
    queryFn: ({ signal }) => get<TakedownFull>(`/takedowns/${id}`, signal),
    refetchInterval: (q) => (q.state.data?.state === 'sending' ? 1_500 : every(10_000)()),
  });
export const useChoices = (caseId: string, enabled = true) =>
  useQuery({
    queryKey: ['prefill', caseId],
    queryFn: ({ signal }) => get<Choices>(`/takedowns/prefill?caseId=${caseId}`, signal),
    enabled,
  });
/** What an act on a request makes out of date. */
export const touched = (id: string): QueryKey[] => [['takedown', id], ['takedowns'], ['links'], ['case'], ['work'], ['counts']];

export interface Said {
  reason?: string;
  contentHash?: string;
  checklist?: string[];
  proof?: string;
}
/** Takes one of the next steps that the API named. */
export function take(
  file: TakedownFull,
  { act, contentHash }: TakedownAct,
  said: Said,
  key: string,
): Promise<{ withdrawalId?: string | null } | undefined> {
  const { version } = file;
  const at = `/takedowns/${file.id}`;
  if (act === 'approve') return call('POST', `${at}/approve`, { contentHash: said.contentHash, version }, key);
  // what was read when the reason was asked for, however the draft was edited since
  if (act === 'return') return call('POST', `${at}/return`, { contentHash, version, reason: said.reason }, key);
  if (act === 'send') return call('POST', `${at}/send`, { version }, key);
  if (act === 'send-by-hand') return call('POST', `${at}/send`, { version, checklist: said.checklist, proof: said.proof }, key);
  if (act === 'call-back') return call('DELETE', `${at}/send`, undefined, key);
  if (act === 'note-bounce') return call('POST', `${at}/bounce`, { says: said.reason, version }, key);
  return call('POST', `${at}/withdraw`, { reason: said.reason, version }, key);
}
