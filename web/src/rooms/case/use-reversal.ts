import { useQuery, type QueryKey } from '@tanstack/react-query';
import { call, get } from '../../api/client.js';
import { every } from '../../live/bus.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type Reversal = Schemas['Reversal'];
export type ReversalLine = Schemas['ReversalLine'];
export type Approvals = Schemas['ApprovalResults'];
export type ApprovalResult = Schemas['ApprovalResult'];

const key = (caseId: string): QueryKey => ['case', caseId, 'reversal'];
/** What hangs on the case: as long as it stands, what a fall would do. */
export const useReversal = (caseId: string) =>
  useQuery({
    queryKey: key(caseId),
    queryFn: ({ signal }) => get<Reversal>(`/cases/${caseId}/reversal`, signal),
    refetchInterval: every(15_000),
  });

/** What the reader can approve of it now. */
export const waitingOf = (lines: ReversalLine[]): ReversalLine[] =>
  lines.filter((l) => l.draft && !l.draft.approved && l.draft.mine?.possible);
export const approve = (caseId: string, lines: ReversalLine[], idempotencyKey: string): Promise<Approvals> =>
  call<Approvals>(
    'POST',
    `/cases/${caseId}/reversal/approvals`,
    { approvals: lines.flatMap(({ draft: d }) => (d ? [{ kind: d.kind, id: d.id, contentHash: d.contentHash }] : [])) },
    idempotencyKey,
  );

/** Where the record of a line is read. */
export function placeOf({ kind, id }: Pick<ReversalLine, 'kind' | 'id'>): string | null {
  if (kind === 'takedown' || kind === 'links') return `/takedowns/${id}`;
  if (kind === 'violation') return `/penalties/records/${id}`;
  if (kind === 'penalty' || kind === 'refund') return `/penalties/${id}`;
  if (kind === 'correction') return `/corrections/${id}`;
  return kind === 'exhibits' ? '#exhibits' : null;
}
