import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import { Cases } from '../../cases/index.js';
import type { Day } from '../penalty/day.js';
import { contentBytes, type DecisionContent, type PenaltyKind } from './decision.js';
import { PenaltyRow } from './penalty.entity.js';
import type { PenaltyState } from './penalty.flow.js';
import './problems.js';

export interface SignatureOn {
  signedBy: string;
  signedOn: Day;
  titleId: string;
}
export interface DecisionRow {
  id: string;
  penaltyId: string;
  number: number;
  sha256: string;
  content: DecisionContent;
  signature: SignatureOn | null;
  returned: boolean;
}
export interface HeldPenalty {
  penalty: PenaltyRow;
  newest: DecisionRow;
}
export interface NewPenalty {
  id: string;
  violationId: string;
  caseId: string;
  kind: PenaltyKind;
  annuls: string | null;
  by: string | null;
}
const CONTENT = `SELECT c.id, c.penalty_id AS "penaltyId", c.number, c.sha256, c.content,
    (SELECT json_build_object('signedBy', s.signed_by, 'signedOn', s.signed_on, 'titleId', s.title_id) FROM enforcement.penalty_signatures s WHERE s.content_id = c.id) AS signature,
    EXISTS (SELECT 1 FROM enforcement.penalty_returns r WHERE r.content_id = c.id) AS returned
  FROM enforcement.penalty_contents c`;

@Injectable()
export class PenaltyRepository {
  constructor(private readonly cases: Cases) {}

  /** The decision, locked, for a person who may see its case and has read its newest version; null stands for the house. */
  async lock(tx: Tx, actor: { staffId: string } | null, id: string, version?: number): Promise<HeldPenalty> {
    const held = await this.seen(tx, actor, await tx.findOne(PenaltyRow, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    const { penalty, newest } = held;
    if (version !== undefined && version !== penalty.version)
      throw new Problem('stale', {
        current: { version: penalty.version, state: penalty.state, contentNumber: newest.number, contentSha256: newest.sha256 },
      });
    return held;
  }
  async find(tx: Tx, actor: { staffId: string } | null, id: string): Promise<HeldPenalty> {
    return this.seen(tx, actor, await tx.findOneBy(PenaltyRow, { id }));
  }
  private async seen(tx: Tx, actor: { staffId: string } | null, penalty: PenaltyRow | null): Promise<HeldPenalty> {
    if (!penalty || (actor && (await this.cases.isBarred(tx, penalty.caseId, actor.staffId)))) throw new Problem('missing');
    const [newest] = await tx.query<DecisionRow[]>(`${CONTENT} WHERE c.penalty_id = $1 ORDER BY c.number DESC LIMIT 1`, [penalty.id]);
    return { penalty, newest };
  }
  /** For the house, without asking who may see their cases. */
  async all(tx: Tx, ids: readonly string[]): Promise<Map<string, HeldPenalty>> {
    if (ids.length === 0) return new Map();
    const penalties = await tx.findBy(PenaltyRow, { id: In([...ids]) });
    const contents = await tx.query<DecisionRow[]>(
      `${CONTENT} WHERE c.id IN (SELECT DISTINCT ON (n.penalty_id) n.id FROM enforcement.penalty_contents n WHERE n.penalty_id = ANY($1::uuid[]) ORDER BY n.penalty_id, n.number DESC)`,
      [ids],
    );
    const newest = new Map(contents.map((row) => [row.penaltyId, row]));
    return new Map(penalties.map((penalty) => [penalty.id, { penalty, newest: newest.get(penalty.id)! }]));
  }

  async add(tx: Tx, p: NewPenalty): Promise<void> {
    const rows = await tx.query<unknown[]>(
      'INSERT INTO enforcement.penalties (id, violation_id, case_id, kind, annuls, created_by, act) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id',
      [p.id, p.violationId, p.caseId, p.kind, p.annuls, p.by, p.kind === 'decision' ? randomUUID() : null],
    );
    if (rows.length > 0) return;
    if (p.annuls) throw new Problem('annulment-exists', { penaltyId: (await this.annulmentOf(tx, p.annuls))?.id });
    throw new Problem('penalty-exists', { penaltyId: (await this.liveOf(tx, p.violationId))?.id });
  }
  async addContent(
    tx: Tx,
    penaltyId: string,
    version: number,
    content: DecisionContent,
    by: string | null,
  ): Promise<{ id: string; sha256: string }> {
    const id = randomUUID();
    const bytes = contentBytes(content);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await tx.query(
      `INSERT INTO enforcement.penalty_contents (id, penalty_id, number, at_version, bytes, sha256, written_by)
       SELECT $1, $2, (SELECT coalesce(max(number), 0) + 1 FROM enforcement.penalty_contents WHERE penalty_id = $2), $3, $4, $5, $6`,
      [id, penaltyId, version, bytes, sha256, by],
    );
    return { id, sha256 };
  }
  async sign(tx: Tx, penaltyId: string, content: DecisionRow, s: { by: string; titleId: string; on: Day }): Promise<void> {
    await tx.query(
      'INSERT INTO enforcement.penalty_signatures (content_id, penalty_id, sha256, signed_by, title_id, signed_on) VALUES ($1, $2, $3, $4, $5, $6)',
      [content.id, penaltyId, content.sha256, s.by, s.titleId, s.on],
    );
  }
  async sendBack(tx: Tx, contentId: string, reason: string, by: string): Promise<void> {
    await tx.query('INSERT INTO enforcement.penalty_returns (content_id, reason, returned_by) VALUES ($1, $2, $3)', [
      contentId,
      reason,
      by,
    ]);
  }
  async save(tx: Tx, p: PenaltyRow): Promise<number> {
    p.version += 1;
    await tx.query(
      'UPDATE enforcement.penalties SET state = $2, version = $3, year = $4, serial = $5, number = $6, issued_on = $7, served_on = $8, due_on = $9 WHERE id = $1',
      [p.id, p.state, p.version, p.year, p.serial, p.number, p.issuedOn, p.servedOn, p.dueOn],
    );
    return p.version;
  }
  /** The next serial of the year. The year's counter stays locked to the end, so none is lost or given twice. */
  async nextSerial(tx: Tx, year: number): Promise<number> {
    const [{ serial }] = await tx.query<{ serial: number }[]>(
      `INSERT INTO enforcement.penalty_numbers AS n (year, last) VALUES ($1, 1) ON CONFLICT (year) DO UPDATE SET last = n.last + 1 RETURNING last AS serial`,
      [year],
    );
    return serial;
  }
  /** The moment of its number, by the office's clock. */
  async numberedAt(tx: Tx, penaltyId: string): Promise<Date> {
    const [{ at }] = await tx.query<{ at: Date }[]>(
      `SELECT (e.office ->> 'officeAt')::timestamptz AS at FROM core.events e WHERE e.subject = $1::text AND e.type IN ('penalty.numbered', 'annulment.numbered')`,
      [penaltyId],
    );
    return at;
  }
  /** Everybody who ever wrote at it. */
  async writers(tx: Tx, penaltyId: string): Promise<string[]> {
    const rows = await tx.query<{ by: string }[]>(
      'SELECT DISTINCT written_by AS by FROM enforcement.penalty_contents WHERE penalty_id = $1 AND written_by IS NOT NULL',
      [penaltyId],
    );
    return rows.map((r) => r.by);
  }
  /** Who wrote a decision, or the record under it, or signed what counts: they decide nothing about it any more. */
  async hands(tx: Tx, penaltyId: string): Promise<Set<string>> {
    const rows = await tx.query<{ by: string }[]>('SELECT enforcement.hands_in($1) AS by', [penaltyId]);
    return new Set(rows.map((r) => r.by));
  }
  /** The decision on a record that was neither cancelled nor annulled. */
  async liveOf(tx: Tx, violationId: string): Promise<{ id: string; state: PenaltyState } | null> {
    return (await this.liveOfAll(tx, [violationId])).get(violationId) ?? null;
  }
  async liveOfAll(tx: Tx, violationIds: readonly string[]): Promise<Map<string, { id: string; state: PenaltyState }>> {
    const rows = await tx.query<{ of: string; id: string; state: PenaltyState }[]>(
      `SELECT violation_id AS of, id, state FROM enforcement.penalties WHERE violation_id = ANY($1::uuid[]) AND kind = 'decision' AND state NOT IN ('cancelled', 'annulled', 'refunded')`,
      [violationIds],
    );
    return new Map(rows.map(({ of, ...live }) => [of, live]));
  }
  async annulmentOf(tx: Tx, penaltyId: string): Promise<{ id: string; state: PenaltyState } | null> {
    const [row] = await tx.query<{ id: string; state: PenaltyState }[]>(
      `SELECT id, state FROM enforcement.penalties WHERE annuls = $1 AND state <> 'cancelled'`,
      [penaltyId],
    );
    return row ?? null;
  }
}
