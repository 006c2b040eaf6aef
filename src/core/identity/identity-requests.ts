import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';
import type { Moment } from '../http/answer.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import { personalDataTable } from './personal-data-table.js';
import { checkedReason, type IdentityKind } from './personal-data.js';
import './events.js';
import './problems.js';

export type RequestState = 'asked' | 'approved' | 'refused' | 'expired';
export interface IdentityRequest {
  id: string;
  kind: IdentityKind;
  refId: string;
  reason: string;
  requestedBy: string;
  state: RequestState;
  openUntil: Date | null;
}
/** What a reader asked last, to see who reported. */
export interface MyRequest {
  id: string;
  state: RequestState;
  openUntil: Moment | null;
  decisionReason: string | null;
}
/** A request that waits for its answer. */
export interface AskedIdentity {
  id: string;
  state: 'asked';
}
/** How a request was answered, and until when its asker may look. */
export interface DecidedIdentity {
  state: RequestState;
  openUntil: Date | null;
}
interface Asked {
  kind: IdentityKind;
  refId: string;
  caseId?: string;
  by: { staffId: string };
}

/** How a request stands now, as SQL over `core.identity_requests q`. */
export const REQUEST_STATE = `CASE WHEN q.decision IS NULL THEN 'asked' WHEN q.decision = 'approved' AND q.open_until <= clock_timestamp() THEN 'expired' ELSE q.decision END`;
/** The newest request of one person for one identity, as SQL. */
export const myRequest = (kind: IdentityKind, refId: string, staff: string): string =>
  `(SELECT json_build_object('id', q.id, 'state', ${REQUEST_STATE}, 'openUntil', q.open_until, 'decisionReason', q.decision_reason)
    FROM core.identity_requests q WHERE q.kind = '${kind}' AND q.ref_id = ${refId} AND q.requested_by = ${staff} ORDER BY q.requested_at DESC LIMIT 1)`;
const REQUEST = `SELECT q.id, q.kind, q.ref_id AS "refId", q.reason, q.requested_by AS "requestedBy", ${REQUEST_STATE} AS state, q.open_until AS "openUntil" FROM core.identity_requests q`;

/** Whoever needs to see who reported asks; another person answers, once. */
@Injectable()
export class IdentityRequests {
  constructor(private readonly log: Log) {}

  async ask(tx: Tx, { kind, refId, caseId, by }: Asked, reason: string): Promise<AskedIdentity> {
    const said = checkedReason(reason);
    if (await this.granted(tx, { kind, refId, by })) throw new Problem('identity-asked');
    const [row] = await tx.query<{ id: string }[]>(
      'INSERT INTO core.identity_requests (kind, ref_id, reason, requested_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id',
      [kind, refId, said, by.staffId],
    );
    if (!row) throw new Problem('identity-asked');
    await this.note(tx, 'identity.requested', { id: row.id, kind, refId }, by, caseId);
    return { id: row.id, state: 'asked' };
  }

  /** The request, locked until the caller is done with it. */
  async lock(tx: Tx, id: string): Promise<IdentityRequest | null> {
    const [row] = await tx.query<IdentityRequest[]>(`${REQUEST} WHERE q.id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }
  /** The yes of this person that still counts. */
  async granted(tx: Tx, { kind, refId, by }: Asked): Promise<IdentityRequest | null> {
    const [row] = await tx.query<IdentityRequest[]>(
      `${REQUEST} WHERE q.kind = $1 AND q.ref_id = $2 AND q.requested_by = $3 AND q.decision = 'approved' AND q.open_until > clock_timestamp() ORDER BY q.open_until DESC LIMIT 1`,
      [kind, refId, by.staffId],
    );
    return row ?? null;
  }

  async decide(
    tx: Tx,
    request: IdentityRequest,
    answer: { decision: 'approved' | 'refused'; reason: string | null; by: { staffId: string }; caseId?: string },
  ): Promise<DecidedIdentity> {
    if (request.requestedBy === answer.by.staffId) throw new Problem('own-identity-request');
    if (request.state !== 'asked') throw new Problem('stale', { current: { state: request.state } });
    const [[{ openUntil }]] = await tx.query<[{ openUntil: Date | null }[], number]>(
      `UPDATE core.identity_requests SET decision = $2, decision_reason = $3, decided_by = $4, decided_at = clock_timestamp(),
         open_until = CASE WHEN $2 = 'approved' THEN clock_timestamp() + make_interval(hours => $5) END
       WHERE id = $1 RETURNING open_until AS "openUntil"`,
      [request.id, answer.decision, answer.reason, answer.by.staffId, personalDataTable.look_hours],
    );
    await this.note(tx, `identity.${answer.decision}`, request, answer.by, answer.caseId);
    return { state: answer.decision, openUntil };
  }

  private async note(
    tx: Tx,
    type: 'identity.requested' | 'identity.approved' | 'identity.refused',
    { id, kind, refId }: Pick<IdentityRequest, 'id' | 'kind' | 'refId'>,
    by: { staffId: string },
    caseId?: string,
  ): Promise<void> {
    const office = { kind, requestId: id, ...(caseId ? { caseId } : {}) };
    await this.log.append(tx, { type, v: 1, public: {}, office, actor: by.staffId, subject: refId });
  }
}
