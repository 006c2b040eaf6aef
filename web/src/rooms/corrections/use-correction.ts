import { useQuery, type QueryKey } from '@tanstack/react-query';
import { call, get } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { every } from '../../live/bus.js';

type Schemas = components['schemas'];
export type CorrectionFull = Schemas['CorrectionFile'];
export type CorrectionAct = Schemas['CorrectionAct'];
export type CorrectionLine = Schemas['CorrectionLine'];
export type Wording = Schemas['CorrectionWording'];
export type Source = Schemas['CorrectionSource'];

export const useCorrection = (id: string) =>
  useQuery({
    queryKey: ['correction', id],
    queryFn: ({ signal }) => get<CorrectionFull>(`/corrections/${id}`, signal),
    refetchInterval: every(15_000),
  });
/** What an act on a correction makes out of date. */
export const touched = (id: string): QueryKey[] => [['correction', id], ['corrections'], ['work'], ['counts']];

/** Takes one of the next steps that the API named. */
export function take(
  { id, version, contentHash }: CorrectionFull,
  { act, contentHash: read }: CorrectionAct,
  reason: string | undefined,
  key: string,
) {
  const at = `/corrections/${id}`;
  if (act === 'publish') return call('POST', `${at}/publish`, { contentHash, version }, key);
  // what was read when the reason was asked for, however the text was edited since
  if (act === 'return') return call('POST', `${at}/return`, { contentHash: read, version, reason }, key);
  if (act === 'keep') return call('POST', `${at}/keep`, { contentHash, version, reason }, key);
  if (act === 'propose-withdrawal') return call('POST', `${at}/withdrawal`, { version, reason }, key);
  return call('POST', `${at}/withdrawal/decision`, { version, agreed: act === 'withdraw' }, key);
}
