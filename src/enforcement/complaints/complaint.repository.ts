import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import { Cases } from '../../cases/index.js';
import type { Day } from '../penalty/day.js';
import { answerBytes, type Complainant, type ComplaintAnswer, type ComplaintWay } from './complaint.js';
import type { ComplaintState } from './complaint.flow.js';
import './problems.js';

export interface Complaint {
  id: string;
  penaltyId: string;
  violationId: string;
  caseId: string;
  state: ComplaintState;
  version: number;
  receivedOn: Day;
  how: ComplaintWay;
  complainant: Complainant;
  recordedAt: Date;
  /** null where nobody knows the days off to count by */
  acceptBy: Day | null;
  acceptedOn: Day | null;
  complex: boolean;
  answerBy: Day | null;
  /** when the last day of what the office owes next is over; null where nothing is owed, or that day is unknown */
  dueAt: Date | null;
}
export interface AnswerRow {
  id: string;
  number: number;
  sha256: string;
  content: ComplaintAnswer;
  writtenBy: string;
  returned: boolean;
}
export interface HeldComplaint {
  complaint: Complaint;
  answer: AnswerRow | null;
}
export interface NewComplaint extends Pick<
  Complaint,
  'penaltyId' | 'violationId' | 'caseId' | 'receivedOn' | 'how' | 'complainant' | 'acceptBy' | 'dueAt'
> {
  asks: string;
  says: string;
  exhibitId: string | null;
  by: string;
}
/** What a complaint was upheld by. */
export interface UpheldComplaint {
  id: string;
  receivedOn: Day;
  answerSha256: string;
}
const COMPLAINT = `k.id, k.penalty_id AS "penaltyId", k.violation_id AS "violationId", k.case_id AS "caseId", k.state, k.version, k.received_on::text AS "receivedOn", k.how, k.complainant, k.recorded_at AS "recordedAt",
  k.accept_by::text AS "acceptBy", k.accepted_on::text AS "acceptedOn", k.complex, k.answer_by::text AS "answerBy", k.due_at AS "dueAt"`;
const ANSWER = `SELECT a.id, a.number, a.sha256, a.content, a.written_by AS "writtenBy", EXISTS (SELECT 1 FROM enforcement.complaint_returns r WHERE r.answer_id = a.id) AS returned FROM enforcement.complaint_answers a`;

@Injectable()
export class ComplaintRepository {
  constructor(private readonly cases: Cases) {}

  /** The complaint, locked, for a person who may see its case and has read its newest version. */
  async lock(tx: Tx, actor: { staffId: string }, id: string, version: number): Promise<HeldComplaint> {
    const held = await this.read(tx, actor, id, 'FOR UPDATE');
    const { complaint } = held;
    if (version !== complaint.version) throw new Problem('stale', { current: { version: complaint.version, state: complaint.state } });
    return held;
  }
  find(tx: Tx, actor: { staffId: string }, id: string): Promise<HeldComplaint> {
    return this.read(tx, actor, id, '');
  }
  private async read(tx: Tx, actor: { staffId: string }, id: string, how: 'FOR UPDATE' | ''): Promise<HeldComplaint> {
    const [complaint] = await tx.query<Complaint[]>(`SELECT ${COMPLAINT} FROM enforcement.complaints k WHERE k.id = $1 ${how}`, [id]);
    if (!complaint || (await this.cases.isBarred(tx, complaint.caseId, actor.staffId))) throw new Problem('missing');
    const [answer = null] = await tx.query<AnswerRow[]>(`${ANSWER} WHERE a.complaint_id = $1 ORDER BY a.number DESC LIMIT 1`, [id]);
    return { complaint, answer };
  }

  /** A decision is complained about once, unless that complaint was withdrawn or not accepted. */
  async add(tx: Tx, c: NewComplaint): Promise<string> {
    const id = randomUUID();
    const rows = await tx.query<unknown[]>(
      `INSERT INTO enforcement.complaints (id, penalty_id, violation_id, case_id, received_on, how, complainant, accept_by, due_at, exhibit_id, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING id`,
      [id, c.penaltyId, c.violationId, c.caseId, c.receivedOn, c.how, c.complainant, c.acceptBy, c.dueAt, c.exhibitId, c.by],
    );
    if (rows.length === 0) throw new Problem('complaint-exists', { complaintId: await this.standing(tx, c.penaltyId) });
    await tx.query('INSERT INTO enforcement.complaint_words (complaint_id, asks, says) VALUES ($1, $2, $3)', [id, c.asks, c.says]);
    return id;
  }
  /** The complaint that was neither withdrawn nor left unaccepted. */
  async standing(tx: Tx, penaltyId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `SELECT id FROM enforcement.complaints WHERE penalty_id = $1 AND state NOT IN ('not-accepted', 'withdrawn')`,
      [penaltyId],
    );
    return row?.id ?? null;
  }
  async upheld(tx: Tx, penaltyId: string): Promise<UpheldComplaint | null> {
    const [row] = await tx.query<UpheldComplaint[]>(
      `SELECT k.id, k.received_on::text AS "receivedOn", p.sha256 AS "answerSha256" FROM enforcement.complaints k
       JOIN enforcement.complaint_approvals p ON p.complaint_id = k.id JOIN enforcement.complaint_answers a ON a.id = p.answer_id
       WHERE k.penalty_id = $1 AND a.content ->> 'outcome' = 'upheld'`,
      [penaltyId],
    );
    return row ?? null;
  }
  /** Their signature is all that stands against them, and nobody else with one of these titles may approve. */
  async issuerAlone(tx: Tx, a: { id: string; staffId: string; day: Day; titles: string[] }): Promise<boolean> {
    const [{ alone }] = await tx.query<{ alone: boolean }[]>('SELECT enforcement.issuer_alone($1, $2, $3, $4) AS alone', [
      ...[a.staffId, a.id, a.day, a.titles],
    ]);
    return alone;
  }
  async save(tx: Tx, c: Complaint): Promise<number> {
    c.version += 1;
    await tx.query(
      'UPDATE enforcement.complaints SET state = $2, version = $3, accepted_on = $4, complex = $5, answer_by = $6, due_at = $7 WHERE id = $1',
      [c.id, c.state, c.version, c.acceptedOn, c.complex, c.answerBy, c.dueAt],
    );
    return c.version;
  }
  /** What was done with it, and why. */
  async noteStep(tx: Tx, c: Complaint, s: { reason: string | null; exhibitId: string | null; by: string }): Promise<void> {
    await tx.query(
      'INSERT INTO enforcement.complaint_steps (id, complaint_id, state, reason, exhibit_id, taken_by) VALUES ($1, $2, $3, $4, $5, $6)',
      [randomUUID(), c.id, c.state, s.reason, s.exhibitId, s.by],
    );
  }
  async addAnswer(tx: Tx, content: ComplaintAnswer, by: string): Promise<{ id: string; sha256: string }> {
    const id = randomUUID();
    const bytes = answerBytes(content);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await tx.query(
      `INSERT INTO enforcement.complaint_answers (id, complaint_id, number, bytes, sha256, written_by)
       SELECT $1, $2, (SELECT coalesce(max(number), 0) + 1 FROM enforcement.complaint_answers WHERE complaint_id = $2), $3, $4, $5`,
      [id, content.complaintId, bytes, sha256, by],
    );
    return { id, sha256 };
  }
  async approve(
    tx: Tx,
    c: Complaint,
    answer: AnswerRow,
    a: { by: string; titleId: string; on: Day; annulmentId: string | null },
  ): Promise<void> {
    await tx.query(
      'INSERT INTO enforcement.complaint_approvals (complaint_id, answer_id, sha256, approved_by, title_id, approved_on, annulment_id) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [c.id, answer.id, answer.sha256, a.by, a.titleId, a.on, a.annulmentId],
    );
  }
  async sendBack(tx: Tx, answerId: string, reason: string, by: string): Promise<void> {
    await tx.query('INSERT INTO enforcement.complaint_returns (answer_id, reason, returned_by) VALUES ($1, $2, $3)', [
      answerId,
      reason,
      by,
    ]);
  }
  /** Everybody who ever wrote an answer to it. */
  async answerers(tx: Tx, id: string): Promise<string[]> {
    const rows = await tx.query<{ by: string }[]>(
      'SELECT DISTINCT written_by AS by FROM enforcement.complaint_answers WHERE complaint_id = $1',
      [id],
    );
    return rows.map((r) => r.by);
  }
}
