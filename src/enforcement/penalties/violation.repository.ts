import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { Tx } from '../../core/database/db.js';
import { PREPARED } from '../../core/database/preparing-client.js';
import { groupedBy } from '../../core/database/grouped-by.js';
import { Problem } from '../../core/problem/problem.js';
import { Cases } from '../../cases/index.js';
import { contentBytes, type ViolationRecord } from './decision.js';
import type { KnownExhibit } from './exhibits.js';
import { Violation } from './violation.entity.js';
import './problems.js';

export interface RecordRow {
  id: string;
  number: number;
  sha256: string;
  content: ViolationRecord;
}
export interface HeldViolation {
  violation: Violation;
  newest: RecordRow;
}
const CONTENT = 'SELECT c.id, c.number, c.sha256, c.content FROM enforcement.violation_contents c';

@Injectable()
export class ViolationRepository {
  constructor(private readonly cases: Cases) {}

  /** The record, locked, for a person who may see its case and has read its newest version; null stands for the house. */
  async lock(tx: Tx, actor: { staffId: string } | null, id: string, version?: number): Promise<HeldViolation> {
    const violation = await tx.findOne(Violation, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const held = await this.seen(tx, actor, violation);
    if (version !== undefined && version !== held.violation.version) throw this.stale(held);
    return held;
  }
  async find(tx: Tx, actor: { staffId: string } | null, id: string): Promise<HeldViolation> {
    return this.seen(tx, actor, await tx.findOneBy(Violation, { id }));
  }
  private async seen(tx: Tx, actor: { staffId: string } | null, violation: Violation | null): Promise<HeldViolation> {
    if (!violation || (actor && (await this.cases.isBarred(tx, violation.caseId, actor.staffId)))) throw new Problem('missing');
    const [newest] = await tx.query<RecordRow[]>(`${CONTENT} WHERE c.violation_id = $1 ORDER BY c.number DESC LIMIT 1`, [violation.id]);
    return { violation, newest };
  }
  /** For the house, without asking who may see their cases. */
  async all(tx: Tx, ids: readonly string[]): Promise<Map<string, HeldViolation>> {
    const violations = await tx.findBy(Violation, { id: In([...ids]) });
    const contents = await tx.query<(RecordRow & { of: string })[]>(
      'SELECT DISTINCT ON (c.violation_id) c.violation_id AS of, c.id, c.number, c.sha256, c.content FROM enforcement.violation_contents c WHERE c.violation_id = ANY($1::uuid[]) ORDER BY c.violation_id, c.number DESC',
      [ids],
    );
    const newest = new Map(contents.map(({ of, ...row }) => [of, row]));
    return new Map(violations.map((violation) => [violation.id, { violation, newest: newest.get(violation.id)! }]));
  }
  private stale({ violation, newest }: HeldViolation): Problem {
    const { version, state } = violation;
    return new Problem('stale', { current: { version, state, contentNumber: newest.number, contentSha256: newest.sha256 } });
  }

  /** Whatever names one of these goes one after the other, until the act is done. */
  async oneByOne(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query(
      `SELECT pg_advisory_xact_lock(l.key) FROM (SELECT DISTINCT hashtext('violations of ' || id) AS key FROM unnest($1::text[]) id ORDER BY key) l`,
      [ids],
    );
  }
  /** The next reference of a case; its records are counted one at a time. */
  async nextReference(tx: Tx, caseId: string, caseNumber: string): Promise<string> {
    await this.oneByOne(tx, [caseId]);
    const [{ n }] = await tx.query<{ n: number }[]>('SELECT count(*)::int + 1 AS n FROM enforcement.violations WHERE case_id = $1', [
      caseId,
    ]);
    return `${caseNumber}/BB-${n}`;
  }
  async add(tx: Tx, v: { id: string; reference: string; caseId: string; partyId: string; by: string }): Promise<void> {
    const rows = await tx.query<unknown[]>(
      'INSERT INTO enforcement.violations (id, reference, case_id, party_id, created_by) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id',
      [v.id, v.reference, v.caseId, v.partyId, v.by],
    );
    if (rows.length === 0) throw new Problem('violation-exists', { violationId: await this.liveOf(tx, v.caseId, v.partyId) });
  }
  private async liveOf(tx: Tx, caseId: string, partyId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `SELECT id FROM enforcement.violations WHERE case_id = $1 AND party_id = $2 AND state <> 'cancelled'`,
      [caseId, partyId],
    );
    return row?.id ?? null;
  }
  async addContent(tx: Tx, violationId: string, version: number, content: ViolationRecord, by: string): Promise<RecordRow> {
    const id = randomUUID();
    const bytes = contentBytes(content);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const [{ number }] = await tx.query<{ number: number }[]>(
      `INSERT INTO enforcement.violation_contents (id, violation_id, number, at_version, bytes, sha256, written_by)
       SELECT $1, $2, (SELECT coalesce(max(number), 0) + 1 FROM enforcement.violation_contents WHERE violation_id = $2), $3, $4, $5, $6 RETURNING number`,
      [id, violationId, version, bytes, sha256, by],
    );
    return { id, number, sha256, content };
  }
  async save(tx: Tx, v: Violation): Promise<number> {
    v.version += 1;
    await tx.query('UPDATE enforcement.violations SET state = $2, version = $3, drawn_on = $4 WHERE id = $1', [
      v.id,
      v.state,
      v.version,
      v.drawnOn,
    ]);
    return v.version;
  }
  /** Everybody who wrote at it. */
  async writers(tx: Tx, violationId: string): Promise<Set<string>> {
    const rows = await tx.query<{ by: string }[]>(
      'SELECT DISTINCT written_by AS by FROM enforcement.violation_contents WHERE violation_id = $1',
      [violationId],
    );
    return new Set(rows.map((r) => r.by));
  }
  /** For each record, by its exhibits, the others that are drawn up in cases with an exhibit of the same capture, or of the same post. */
  async showing(tx: Tx, records: ReadonlyMap<string, readonly KnownExhibit[]>): Promise<Map<string, string[]>> {
    const exhibits = [...records].flatMap(([of, shown]) => shown.map((x) => ({ of, evidence: x.evidenceId, post: x.postId })));
    const rows = await tx.query<{ of: string; id: string }[]>(
      `${PREPARED}WITH own AS (SELECT * FROM json_to_recordset($1::json) AS o (of uuid, evidence uuid, post uuid)),
         near AS (SELECT o.of, x.case_id FROM own o JOIN cases.exhibits x ON x.evidence_id = o.evidence
           UNION SELECT o.of, x.case_id FROM own o JOIN intake.posts p ON p.id = o.post OR p.merged_into = o.post JOIN intake.addresses a ON a.post_id = p.id JOIN cases.exhibits x ON x.address_id = a.id)
       SELECT n.of, v.id FROM near n JOIN enforcement.violations v ON v.case_id = n.case_id WHERE v.state = 'drawn' AND v.id <> n.of ORDER BY v.id`,
      [JSON.stringify(exhibits)],
    );
    return groupedBy(
      [...records.keys()],
      rows.map((r) => [r.of, r.id] as const),
    );
  }
  async ofCase(tx: Tx, caseId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM enforcement.violations WHERE case_id = $1 AND state <> 'cancelled' ORDER BY id`,
      [caseId],
    );
    return rows.map((r) => r.id);
  }
  async note(tx: Tx, recordId: string, reason: string, by: string): Promise<void> {
    await tx.query('INSERT INTO enforcement.penalty_notes (id, record_id, reason, by) VALUES ($1, $2, $3, $4)', [
      randomUUID(),
      recordId,
      reason,
      by,
    ]);
  }
}
