import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';
import { Log } from '../events/log.js';
import { invalid } from '../problem/invalid.js';
import { Problem } from '../problem/problem.js';
import { visibleCharacters } from '../text/visible.js';
import './events.js';
import './problems.js';

/** Whose: the contact of a report's sender, or the name of a party to a case. */
export type IdentityKind = 'reporter' | 'party';
export const LOOK_REASON = { least: 5, most: 1_000 };
export interface Look {
  /** or the people whom a violation record names, and what a scanned paper or a file that somebody brought shows */
  kind: IdentityKind | 'violation' | 'paper' | 'file';
  refId: string;
  reason: string;
  by: { staffId: string };
  /** the chief's approval, without which nobody sees a reporter */
  requestId?: string;
  /** the case that shows it, so that the log hides the look from people barred from that case */
  caseId?: string;
}

/** The one place for who looked at whose identity, and why: call this in the transaction that reads, before the answer leaves. */
@Injectable()
export class PersonalData {
  constructor(private readonly log: Log) {}

  /** Refuses somebody who took so many looks of a kind within the last minute; asked at the same moment, one waits for the other. */
  async bound(tx: Tx, kind: Look['kind'], by: Look['by'], most: number): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('looks of ' || $1, 0))`, [by.staffId]);
    const [{ n }] = await tx.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM core.personal_data_reads WHERE read_by = $1 AND kind = $2 AND read_at > clock_timestamp() - interval '1 minute'`,
      [by.staffId, kind],
    );
    if (n >= most) throw new Problem('too-many', { retryAfterSeconds: 60 });
  }

  async look(tx: Tx, { kind, refId, reason, by, requestId, caseId }: Look): Promise<string> {
    if (kind === 'reporter' && !requestId) throw new Problem('identity-not-approved');
    const said = checkedReason(reason);
    const [{ id }] = await tx.query<{ id: string }[]>(
      'INSERT INTO core.personal_data_reads (kind, ref_id, reason, read_by, request_id) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [kind, refId, said, by.staffId, requestId ?? null],
    );
    await this.log.append(tx, {
      type: 'personal-data.read',
      v: 1,
      public: {},
      office: { kind, readId: id, ...(requestId ? { requestId } : {}), ...(caseId ? { caseId } : {}) },
      actor: by.staffId,
      subject: refId,
    });
    return id;
  }
}

/** The reason without its margins, when it is long enough to say something. */
export function checkedReason(reason: string): string {
  const said = reason.trim();
  if (visibleCharacters(said).length < LOOK_REASON.least || said.length > LOOK_REASON.most)
    throw invalid({
      path: 'reason',
      rule: 'isLength',
      min: LOOK_REASON.least,
      max: LOOK_REASON.most,
      message: `reason must have ${LOOK_REASON.least} to ${LOOK_REASON.most} characters`,
    });
  return said;
}
