import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { ClaimContent } from '../claim.js';
import type { OpenMerge } from './merge-answers.js';

export interface Merge extends OpenMerge {
  versionId: string;
  intoVersionId: string;
  content: ClaimContent;
}
const COLUMNS = `m.id, m.what, m.claim_id AS "claimId", m.version_id AS "versionId", m.into_id AS "intoId", m.into_version_id AS "intoVersionId", m.content, m.reason,
  m.proposed_by AS "proposedById", m.proposed_at AS "proposedAt"`;

@Injectable()
export class MergeRepository {
  /** The proposal that a claim waits for, on either side of it. */
  async open(tx: Tx, claimId: string): Promise<Merge | undefined> {
    const [row] = await tx.query<Merge[]>(
      `SELECT ${COLUMNS} FROM classify.claim_merges m WHERE (m.claim_id = $1 OR m.into_id = $1) AND m.agreed IS NULL LIMIT 1`,
      [claimId],
    );
    return row;
  }
  async one(tx: Tx, id: string): Promise<Merge | undefined> {
    const [row] = await tx.query<Merge[]>(`SELECT ${COLUMNS} FROM classify.claim_merges m WHERE m.id = $1 AND m.agreed IS NULL`, [id]);
    return row;
  }
  /** The merge by which a claim went where it is. */
  async lastAgreed(tx: Tx, claimId: string): Promise<Merge | undefined> {
    const [row] = await tx.query<Merge[]>(
      `SELECT ${COLUMNS} FROM classify.claim_merges m WHERE m.claim_id = $1 AND m.agreed AND m.what = 'merge' ORDER BY m.decided_at DESC LIMIT 1`,
      [claimId],
    );
    return row;
  }
  async propose(tx: Tx, of: Omit<Merge, 'id' | 'proposedBy' | 'proposedAt'>): Promise<string> {
    const [{ id }] = await tx.query<{ id: string }[]>(
      `INSERT INTO classify.claim_merges (what, claim_id, version_id, into_id, into_version_id, content, reason, proposed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [of.what, of.claimId, of.versionId, of.intoId, of.intoVersionId, JSON.stringify(of.content), of.reason, of.proposedById],
    );
    await this.touch(tx, of.claimId, of.intoId);
    return id;
  }
  async decide(tx: Tx, { id, claimId, intoId, what }: Merge, { agreed, by }: { agreed: boolean; by: string }): Promise<void> {
    await tx.query('UPDATE classify.claim_merges SET agreed = $2, decided_by = $3, decided_at = clock_timestamp() WHERE id = $1', [
      id,
      agreed,
      by,
    ]);
    await this.touch(tx, claimId, intoId);
    if (!agreed) return;
    const [state, into] = what === 'merge' ? ['merged', intoId] : ['approved', null];
    await tx.query('UPDATE classify.claims SET state = $2, merged_into = $3 WHERE id = $1', [claimId, state, into]);
  }
  /** Others went into it: it goes nowhere itself. */
  async holdsOthers(tx: Tx, claimId: string): Promise<boolean> {
    return (await tx.query<object[]>('SELECT 1 FROM classify.claims WHERE merged_into = $1 LIMIT 1', [claimId])).length > 0;
  }
  async noteSplit(tx: Tx, of: { claimId: string; fromId: string; fromVersionId: string; by: string }): Promise<void> {
    await tx.query('INSERT INTO classify.claim_splits (claim_id, from_id, from_version_id, split_by) VALUES ($1, $2, $3, $4)', [
      ...[of.claimId, of.fromId, of.fromVersionId, of.by],
    ]);
  }
  private async touch(tx: Tx, ...ids: string[]): Promise<void> {
    await tx.query('UPDATE classify.claims SET version = version + 1 WHERE id = ANY($1::uuid[])', [ids]);
  }
}
