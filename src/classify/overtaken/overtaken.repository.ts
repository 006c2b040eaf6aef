import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { ClaimEnd } from './overtaken.js';

/** Which claims are false no more, as it is now. */
@Injectable()
export class OvertakenRepository {
  /** False when that was known. */
  async note(tx: Tx, claimId: string, { since, cause }: ClaimEnd): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO classify.overtaken AS o (claim_id, since, cause) VALUES ($1, $2, $3)
       ON CONFLICT (claim_id) DO UPDATE SET since = EXCLUDED.since, cause = EXCLUDED.cause, noted_at = clock_timestamp()
         WHERE (o.since, o.cause) IS DISTINCT FROM (EXCLUDED.since, EXCLUDED.cause) RETURNING 1`,
      [claimId, since, cause],
    );
    return rows.length > 0;
  }
  async forget(tx: Tx, claimId: string): Promise<void> {
    await tx.query('DELETE FROM classify.overtaken WHERE claim_id = $1', [claimId]);
  }
  /** The day, where the office is, on which it left the registry. */
  async retiredOn(tx: Tx, claimId: string, zone: string): Promise<string> {
    const [row] = await tx.query<{ day: string }[]>(
      `SELECT ((e.office ->> 'officeAt')::timestamptz AT TIME ZONE $2)::date::text AS day FROM core.events e WHERE e.subject = $1::text AND e.type = 'claim.retired' ORDER BY e.position DESC LIMIT 1`,
      [claimId, zone],
    );
    return row.day;
  }
  /** When that day is over where the office is. */
  async afterDay(tx: Tx, day: string, zone: string): Promise<Date> {
    const [{ at }] = await tx.query<{ at: Date }[]>('SELECT ($1::date + 1)::timestamp AT TIME ZONE $2 AS at', [day, zone]);
    return at;
  }
}
