import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import type { CorrectionState } from './correction.flow.js';
import { CASE_FELL, restsOn, WITH_NEWEST } from './correction-list.view.js';
import { CorrectionContentRepository, type ContentRow } from './correction-content.repository.js';
import './problems.js';

export interface CorrectionRow {
  id: string;
  claimId: string;
  state: CorrectionState;
  version: number;
  publicContentId: string | null;
}
export interface OpenWithdrawal {
  id: string;
  reason: string;
  /** null: the house, since a case fell */
  proposedById: string | null;
}
export interface Held {
  correction: CorrectionRow;
  newest: ContentRow;
  withdrawal: OpenWithdrawal | null;
}
const ROW = `SELECT id, claim_id AS "claimId", state, version, public_content_id AS "publicContentId" FROM publication.corrections`;

@Injectable()
export class CorrectionRepository {
  constructor(private readonly contents: CorrectionContentRepository) {}

  /** The correction, locked, for somebody who has read its newest version. */
  async lock(tx: Tx, id: string, version: number): Promise<Held> {
    const held = await this.held(tx, `${ROW} WHERE id = $1 FOR UPDATE`, id);
    const { state, version: current } = held.correction;
    if (version !== current)
      throw new Problem('stale', {
        current: { version: current, state, contentNumber: held.newest.number, contentHash: held.newest.sha256 },
      });
    return held;
  }
  find(tx: Tx, id: string): Promise<Held> {
    return this.held(tx, `${ROW} WHERE id = $1`, id);
  }
  private async held(tx: Tx, sql: string, id: string): Promise<Held> {
    const [correction] = await tx.query<CorrectionRow[]>(sql, [id]);
    if (!correction) throw new Problem('missing');
    const newest = await this.contents.newest(tx, id);
    const [withdrawal] = await tx.query<OpenWithdrawal[]>(
      `SELECT w.id, w.reason, w.proposed_by AS "proposedById" FROM publication.correction_withdrawals w
       WHERE w.correction_id = $1 AND NOT EXISTS (SELECT 1 FROM publication.correction_withdrawal_decisions d WHERE d.withdrawal_id = w.id)`,
      [id],
    );
    return { correction, newest, withdrawal: withdrawal ?? null };
  }
  /** The correction of a claim that is not withdrawn; two drafts at once wait for each other. */
  async ofClaim(tx: Tx, claimId: string): Promise<string | null> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('correction of ' || $1))`, [claimId]);
    const [row] = await tx.query<{ id: string }[]>(`SELECT id FROM publication.corrections WHERE claim_id = $1 AND state <> 'withdrawn'`, [
      claimId,
    ]);
    return row?.id ?? null;
  }
  async add(tx: Tx, claimId: string): Promise<string> {
    const id = randomUUID();
    await tx.query('INSERT INTO publication.corrections (id, claim_id) VALUES ($1, $2)', [id, claimId]);
    return id;
  }
  async save(tx: Tx, c: CorrectionRow): Promise<number> {
    c.version += 1;
    await tx.query('UPDATE publication.corrections SET state = $2, version = $3 WHERE id = $1', [c.id, c.state, c.version]);
    return c.version;
  }
  /** From now on the public reads this content. */
  async publish(tx: Tx, c: CorrectionRow, content: ContentRow, by: string): Promise<number> {
    await tx.query(
      'INSERT INTO publication.correction_approvals (content_id, correction_id, sha256, approved_by) VALUES ($1, $2, $3, $4)',
      [content.id, c.id, content.sha256, by],
    );
    await tx.query(
      `UPDATE publication.corrections SET public_content_id = $2, published_at = coalesce(published_at, core.office_now()), changed_at = core.office_now() WHERE id = $1`,
      [c.id, content.id],
    );
    return this.save(tx, c);
  }
  /** What the public reads of claims that this case rested on and that left the registry. */
  async restingOn(tx: Tx, caseId: string): Promise<{ id: string; version: number; expired: boolean }[]> {
    return tx.query(
      `SELECT c.id, c.version, coalesce(v.false_to < core.office_now()::date, false) AS expired
       FROM publication.corrections c JOIN classify.claims k ON k.id = c.claim_id LEFT JOIN classify.claim_versions v ON v.id = k.current_version_id
       WHERE k.state = 'retired' AND c.state <> 'withdrawn' AND c.public_content_id IS NOT NULL AND ${restsOn('$1', 'c.claim_id')} ORDER BY c.id`,
      [caseId],
    );
  }
  async agreedWithdrawal(tx: Tx, correctionId: string): Promise<OpenWithdrawal | null> {
    const [row] = await tx.query<OpenWithdrawal[]>(
      `SELECT w.id, w.reason, w.proposed_by AS "proposedById" FROM publication.correction_withdrawals w JOIN publication.correction_withdrawal_decisions d ON d.withdrawal_id = w.id AND d.agreed WHERE w.correction_id = $1`,
      [correctionId],
    );
    return row ?? null;
  }
  async keep(tx: Tx, c: CorrectionRow, contentId: string, reason: string, by: string): Promise<number> {
    await tx.query('INSERT INTO publication.correction_reviews (id, content_id, reason, kept_by) VALUES ($1, $2, $3, $4)', [
      randomUUID(),
      contentId,
      reason,
      by,
    ]);
    return this.save(tx, c);
  }
  /** Whether a case that rested on its claim fell, and nobody let it stand since. */
  async caseFell(tx: Tx, id: string): Promise<boolean> {
    const [row] = await tx.query<{ fell: boolean }[]>(`SELECT ${CASE_FELL} AS fell FROM ${WITH_NEWEST} WHERE c.id = $1`, [id]);
    return row.fell;
  }
  async sendBack(tx: Tx, c: CorrectionRow, contentId: string, reason: string, by: string): Promise<number> {
    await tx.query('INSERT INTO publication.correction_returns (content_id, reason, returned_by) VALUES ($1, $2, $3)', [
      contentId,
      reason,
      by,
    ]);
    return this.save(tx, c);
  }
  async proposeWithdrawal(tx: Tx, c: CorrectionRow, reason: string, by: string | null): Promise<{ id: string; version: number }> {
    const id = randomUUID();
    await tx.query('INSERT INTO publication.correction_withdrawals (id, correction_id, reason, proposed_by) VALUES ($1, $2, $3, $4)', [
      id,
      c.id,
      reason,
      by,
    ]);
    return { id, version: await this.save(tx, c) };
  }
  async decideWithdrawal(tx: Tx, c: CorrectionRow, withdrawalId: string, agreed: boolean, by: string): Promise<number> {
    await tx.query('INSERT INTO publication.correction_withdrawal_decisions (withdrawal_id, agreed, decided_by) VALUES ($1, $2, $3)', [
      withdrawalId,
      agreed,
      by,
    ]);
    if (agreed) await tx.query('UPDATE publication.corrections SET changed_at = core.office_now() WHERE id = $1', [c.id]);
    return this.save(tx, c);
  }
}
