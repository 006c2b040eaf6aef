import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { InCustody } from '../core/evidence/custody.js';
import { Problem } from '../core/problem/problem.js';
import type { DueThing } from './due.view.js';
import type { BatchState, PurgeRule } from './retention.js';
import type { PurgeKind } from './retention-table.js';

export interface Batch {
  id: string;
  state: BatchState;
  version: number;
  submittedBy: string | null;
}
export interface Purged {
  itemId: string;
  batchId: string;
  kind: PurgeKind;
  refId: string;
  subject: string | null;
  /** in whose custody it stands: that of the post, or of every case that has the file */
  evidence: InCustody[];
}

@Injectable()
export class BatchesRepository {
  /** One worker looks at a time, and none before its time; the office clock says when. */
  async turn(tx: Tx, hours: number): Promise<boolean> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('lachan retention'))`);
    const rows = await tx.query<object[]>(
      'INSERT INTO retention.sweeps (at) SELECT core.office_now() WHERE NOT EXISTS (SELECT 1 FROM retention.sweeps WHERE at + make_interval(hours => $1) > core.office_now()) RETURNING at',
      [hours],
    );
    return rows.length > 0;
  }
  async propose(
    tx: Tx,
    given: { class: string; kind: PurgeKind; basis: string; keep: string; rule: PurgeRule },
    due: DueThing[],
  ): Promise<string> {
    const [{ id }] = await tx.query<{ id: string }[]>(
      'INSERT INTO retention.batches (class, kind, basis, keep, rule) VALUES ($1, $2, $3, $4::interval, $5) RETURNING id',
      [given.class, given.kind, given.basis, given.keep, JSON.stringify(given.rule)],
    );
    await tx.query(
      `INSERT INTO retention.items (batch_id, kind, ref_id, post_id, case_id, since, due_at)
       SELECT $1, $2, d."refId", d."postId", d."caseId", d.since, d.since + $3::interval FROM jsonb_to_recordset($4) AS d("refId" uuid, "postId" uuid, "caseId" uuid, since timestamptz)`,
      [id, given.kind, given.keep, JSON.stringify(due)],
    );
    return id;
  }

  async lock(tx: Tx, id: string, version?: number): Promise<Batch> {
    const [found] = await tx.query<Batch[]>(
      'SELECT id, state, version, submitted_by AS "submittedBy" FROM retention.batches WHERE id = $1 FOR UPDATE',
      [id],
    );
    if (!found) throw new Problem('missing');
    if (version !== undefined && version !== found.version)
      throw new Problem('stale', { current: { version: found.version, state: found.state } });
    return found;
  }
  async due(tx: Tx, batchId: string): Promise<number> {
    const [{ n }] = await tx.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM retention.items WHERE batch_id = $1 AND state = 'due'`,
      [batchId],
    );
    return n;
  }
  async keep(tx: Tx, batchId: string, itemId: string, reasonId: string, by: string): Promise<boolean> {
    const [, kept] = await tx.query<[unknown, number]>(
      `UPDATE retention.items SET state = 'kept', reason_id = $3, settled_by = $4, settled_at = core.office_now() WHERE batch_id = $1 AND id = $2 AND state = 'due'`,
      [batchId, itemId, reasonId, by],
    );
    return kept === 1;
  }
  async keepAll(tx: Tx, batchId: string, by: string): Promise<void> {
    await tx.query(
      `UPDATE retention.items SET state = 'kept', said = 'declined', settled_by = $2, settled_at = core.office_now() WHERE batch_id = $1 AND state = 'due'`,
      [batchId, by],
    );
  }
  async touch(tx: Tx, id: string): Promise<number> {
    const [[{ version }]] = await tx.query<[{ version: number }[], number]>(
      'UPDATE retention.batches SET version = version + 1 WHERE id = $1 RETURNING version',
      [id],
    );
    return version;
  }
  async submit(tx: Tx, id: string, reasonId: string, by: string): Promise<void> {
    await tx.query(
      `UPDATE retention.batches SET state = 'submitted', submitted_by = $2, submitted_at = core.office_now(), submission_reason_id = $3 WHERE id = $1`,
      [id, by, reasonId],
    );
  }
  async decide(tx: Tx, id: string, decision: 'approved' | 'declined', reason: string | null, by: string): Promise<void> {
    await tx.query(
      'UPDATE retention.batches SET state = $2, decided_by = $3, decided_at = core.office_now(), decision_reason = $4 WHERE id = $1',
      [id, decision, by, reason],
    );
  }

  /** Things that two persons let go and that are still there; those that did not go when they were tried come last. */
  async toPurge(tx: Tx, most: number, tried: string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT i.id FROM retention.batches b JOIN retention.items i ON i.batch_id = b.id WHERE b.state = 'approved' AND i.state = 'due' ORDER BY i.id = ANY($2::uuid[]), b.decided_at, i.due_at, i.id LIMIT $1`,
      [most, tried],
    );
    return rows.map((r) => r.id);
  }
  /** What went and of which the log does not tell yet; from now on it does. */
  async untold(tx: Tx, most: number): Promise<Purged[]> {
    const [rows] = await tx.query<[Purged[], number]>(
      `UPDATE retention.items SET told = true WHERE id IN (SELECT id FROM retention.items WHERE state = 'purged' AND NOT told ORDER BY settled_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id AS "itemId", batch_id AS "batchId", kind, ref_id AS "refId", coalesce(post_id, case_id) AS subject,
         coalesce(CASE WHEN kind IN ('capture', 'source') THEN (SELECT jsonb_agg(jsonb_build_object('evidenceId', c.evidence_id, 'captureId', c.id, 'subject', c.post_id)) FROM crawl.captures c WHERE c.id = ref_id AND c.evidence_id IS NOT NULL)
           WHEN kind = 'file' THEN (SELECT jsonb_agg(DISTINCT jsonb_build_object('evidenceId', x.evidence_id, 'captureId', NULL, 'subject', x.case_id)) FROM cases.exhibits b JOIN cases.exhibits x ON x.evidence_id = b.evidence_id WHERE b.id = ref_id) END, '[]') AS evidence`,
      [most],
    );
    return rows;
  }
  /** Batches of which nothing is left to do. */
  async done(tx: Tx): Promise<{ id: string; purged: number; refused: number }[]> {
    const [rows] = await tx.query<[{ id: string; purged: number; refused: number }[], number]>(
      `UPDATE retention.batches b SET state = 'done', done_at = core.office_now(), version = version + 1 WHERE b.state = 'approved'
         AND NOT EXISTS (SELECT 1 FROM retention.items i WHERE i.batch_id = b.id AND (i.state = 'due' OR i.state = 'purged' AND NOT i.told))
       RETURNING b.id, (SELECT count(*)::int FROM retention.items i WHERE i.batch_id = b.id AND i.state = 'purged') AS purged,
         (SELECT count(*)::int FROM retention.items i WHERE i.batch_id = b.id AND i.state = 'refused') AS refused`,
    );
    return rows;
  }
  async hasDoomed(tx: Tx, graceMinutes: number): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `SELECT 1 FROM retention.objects WHERE outcome IS NULL AND doomed_at + make_interval(mins => $1) <= clock_timestamp()
       UNION ALL SELECT 1 FROM core.unsealed_bytes WHERE put_at + make_interval(mins => $1) <= clock_timestamp() LIMIT 1`,
      [graceMinutes],
    );
    return rows.length > 0;
  }
}
