import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { PenaltyEnd } from './decision.js';
import type { Person } from './draw-violation.use-case.js';
import { KnowPenalty } from './know-penalty.use-case.js';
import { nextPenaltyActs, type PenaltyAct } from './next-penalty-acts.js';
import type { PenaltyState } from './penalty.flow.js';
import { PenaltyRepository } from './penalty.repository.js';
import type { ViolationState } from './violation.flow.js';

/** A decision of a case, and how far it is taken back. */
export interface CasePenalty {
  id: string;
  /** by which the register knows it; nothing is there before it is signed */
  act: string;
  number: string | null;
  reference: string;
  state: PenaltyState;
  end: PenaltyEnd;
  /** all that came in for it, late interest included; once it is annulled, what of it was not given back yet */
  paid: number;
  annulment: CaseAnnulment | null;
}
export interface CaseAnnulment {
  id: string;
  number: string | null;
  state: PenaltyState;
  version: number;
  contentHash: string;
  /** what this reader may do to sign it; null where it waits for no signature, or not for theirs */
  sign: PenaltyAct | null;
}
export interface CaseViolation {
  id: string;
  reference: string;
  state: ViolationState;
}
type Row = Omit<CasePenalty, 'annulment'> & { annulmentId: string | null };

const MOST = 200;
const OF_CASE = `SELECT p.id, p.act, p.number, v.reference, p.state, n.content ->> 'end' AS end, a.id AS "annulmentId",
    coalesce((SELECT sum(y.amount + y.interest) FROM enforcement.penalty_payments y WHERE y.penalty_id = p.id), 0)::float8
      - CASE WHEN p.state = 'annulled' THEN coalesce((SELECT sum(r.amount) FROM enforcement.penalty_refunds r WHERE r.penalty_id = p.id), 0)::float8 ELSE 0 END AS paid
  FROM enforcement.penalties p JOIN enforcement.violations v ON v.id = p.violation_id LEFT JOIN enforcement.penalties a ON a.annuls = p.id AND a.state <> 'cancelled'
  JOIN LATERAL (SELECT x.content FROM enforcement.penalty_contents x WHERE x.penalty_id = p.id ORDER BY x.number DESC LIMIT 1) n ON true
  WHERE p.case_id = $1 AND p.kind = 'decision' ORDER BY p.created_at, p.id LIMIT ${MOST}`;
const RECORDS = `SELECT v.id, v.reference, v.state FROM enforcement.violations v WHERE v.case_id = $1 ORDER BY v.created_at, v.id LIMIT ${MOST}`;

/** What was decided in a case as whoever takes it back reads it. */
@Injectable()
export class CasePenaltiesView {
  constructor(
    private readonly penalties: PenaltyRepository,
    private readonly know: KnowPenalty,
  ) {}

  async run(tx: Tx, actor: Person, caseId: string): Promise<CasePenalty[]> {
    const lines: CasePenalty[] = [];
    for (const { annulmentId, ...row } of await tx.query<Row[]>(OF_CASE, [caseId]))
      lines.push({ ...row, annulment: annulmentId ? await this.annulment(tx, actor, annulmentId) : null });
    return lines;
  }
  records(tx: Tx, caseId: string): Promise<CaseViolation[]> {
    return tx.query<CaseViolation[]>(RECORDS, [caseId]);
  }

  private async annulment(tx: Tx, actor: Person, id: string): Promise<CaseAnnulment> {
    const held = await this.penalties.find(tx, null, id);
    const { state, kind, version, number } = held.penalty;
    const { content, sha256: contentHash } = held.newest;
    const acts = nextPenaltyActs(
      { state, kind, content, contentHash, hasAnnulment: false, hasComplaint: false, takenBack: false, interest: 0, signedBy: null },
      actor,
      await this.know.run(tx, held, actor),
    );
    return { id, number, state, version, contentHash, sign: acts.find((a) => a.act === 'sign') ?? null };
  }
}
