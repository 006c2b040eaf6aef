import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { newestOf, type Newest } from '../../core/database/newest-of.js';
import type { Day, Moment } from '../../core/http/answer.js';
import type { Person } from '../penalties/draw-violation.use-case.js';
import type { PenaltyAct } from '../penalties/next-penalty-acts.js';
import { complaintRuleOn, daysOff } from '../penalties/procedure-table.js';
import { AnnulmentSigners } from './annulment-signers.repository.js';
import { dueOf, lodgingOf, type Complainant, type ComplaintDue, type AnswerOutcome, type ComplaintWay, type Lodging } from './complaint.js';
import { complaintFlow, type ComplaintState } from './complaint.flow.js';
import { ComplaintRepository } from './complaint.repository.js';
import { KnowComplaint } from './know-complaint.use-case.js';
import { nextComplaintActs } from './next-complaint-acts.js';

/** A complaint about a decision: when it came, what is due when, what became of it, and what may be done. */
export interface ComplaintFile {
  id: string;
  state: ComplaintState;
  version: number;
  receivedOn: Day;
  how: ComplaintWay;
  complainant: Complainant;
  /** null once they were purged */
  asks: string | null;
  says: string | null;
  exhibitId: string | null;
  recordedBy: string;
  recordedAt: Moment;
  lodging: Lodging;
  /** null where nobody knows the days off to count by */
  acceptBy: Day | null;
  acceptedOn: Day | null;
  complex: boolean;
  answerBy: Day | null;
  /** what the office owes next; null where nothing is waited for */
  due: ComplaintDue | null;
  steps: ComplaintStep[];
  answer: AnswerShown | null;
  /** were it upheld, nobody could sign the annulment that follows */
  nobodyAnnuls: boolean;
  next: PenaltyAct[];
}
export interface ComplaintStep {
  state: ComplaintState;
  reason: string | null;
  exhibitId: string | null;
  by: string;
  at: Moment;
}
/** The newest answer, or why it is not accepted, and who approved that. */
export interface AnswerShown {
  number: number;
  sha256: string;
  outcome: AnswerOutcome;
  says: string;
  writtenBy: string;
  writtenAt: Moment;
  returnedBy: string | null;
  returnedAt: Moment | null;
  returnReason: string | null;
  approved: { by: string; title: string; on: Day; annulmentId: string | null } | null;
}
type Row = Omit<ComplaintFile, 'lodging' | 'due' | 'nobodyAnnuls' | 'next'>;

const MOST = 20;
const OF_PENALTY = `k.id, k.state, k.version, k.received_on::text AS "receivedOn", k.how, k.complainant, w.asks, w.says, k.exhibit_id AS "exhibitId", r.name AS "recordedBy", k.recorded_at AS "recordedAt",
    k.accept_by::text AS "acceptBy", k.accepted_on::text AS "acceptedOn", k.complex, k.answer_by::text AS "answerBy",
    coalesce((SELECT json_agg(json_build_object('state', s.state, 'reason', s.reason, 'exhibitId', s.exhibit_id, 'by', u.name, 'at', s.taken_at) ORDER BY s.taken_at, s.id)
      FROM enforcement.complaint_steps s JOIN core.staff u ON u.id = s.taken_by WHERE s.complaint_id = k.id), '[]') AS steps,
    (SELECT json_build_object('number', a.number, 'sha256', a.sha256, 'outcome', a.content ->> 'outcome', 'says', a.content ->> 'says', 'writtenBy', u.name, 'writtenAt', a.written_at,
        'returnedBy', w.name, 'returnedAt', x.returned_at, 'returnReason', x.reason, 'approved', (SELECT json_build_object('by', b.name, 'title', t.title, 'on', p.approved_on, 'annulmentId', p.annulment_id)
          FROM enforcement.complaint_approvals p JOIN core.staff b ON b.id = p.approved_by JOIN core.staff_titles t ON t.id = p.title_id WHERE p.answer_id = a.id))
      FROM enforcement.complaint_answers a JOIN core.staff u ON u.id = a.written_by LEFT JOIN enforcement.complaint_returns x ON x.answer_id = a.id LEFT JOIN core.staff w ON w.id = x.returned_by
      WHERE a.complaint_id = k.id AND (k.state IN ('received', 'not-accepted')) = (a.content ->> 'outcome' = 'not-accepted') ORDER BY a.number DESC LIMIT 1) AS answer
  FROM enforcement.complaints k JOIN core.staff r ON r.id = k.recorded_by LEFT JOIN enforcement.complaint_words w ON w.complaint_id = k.id
  WHERE k.penalty_id = $1 ORDER BY k.state IN ('not-accepted', 'withdrawn'), k.recorded_at DESC, k.id DESC`;

/** The complaints about one decision: the one that stands, then the newest first. */
@Injectable()
export class ComplaintsView {
  constructor(
    private readonly complaints: ComplaintRepository,
    private readonly know: KnowComplaint,
    private readonly signers: AnnulmentSigners,
  ) {}

  async run(tx: Tx, actor: Person, penalty: { id: string; servedOn: Day | null }, today: Day): Promise<Newest<ComplaintFile>> {
    const { lines, older } = await newestOf<Row>(tx, OF_PENALTY, [penalty.id], MOST);
    const found: ComplaintFile[] = [];
    for (const row of lines.toReversed()) {
      const lodging = lodgingOf(penalty.servedOn, row.receivedOn, complaintRuleOn(row.receivedOn)!, daysOff);
      const nobodyAnnuls = row.state === 'accepted' && !(await this.signers.any(tx, row.id, today));
      found.push({ ...row, lodging, due: dueOf(row, today), nobodyAnnuls, next: await this.next(tx, actor, row) });
    }
    return { lines: found, older };
  }

  /** What is settled is not looked into. */
  private async next(tx: Tx, actor: Person, row: Row): Promise<PenaltyAct[]> {
    if (complaintFlow[row.state].length === 0) return [];
    return nextComplaintActs(row, actor, await this.know.run(tx, await this.complaints.find(tx, actor, row.id), actor));
  }
}
