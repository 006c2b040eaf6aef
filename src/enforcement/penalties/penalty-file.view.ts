import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { newestOf } from '../../core/database/newest-of.js';
import { amountInWords } from '../../core/documents/spell-out.js';
import { Cases } from '../../cases/index.js';
import { OvertakenView } from '../../classify/index.js';
import { ComplaintsView } from '../complaints/complaints.view.js';
import { DocumentStateView } from '../documents/document-state.view.js';
import type { DecisionContent } from './decision.js';
import type { Person } from './draw-violation.use-case.js';
import { KnowPenalty, type KnownPenalty } from './know-penalty.use-case.js';
import { debtOf } from './late-interest.js';
import { MoneyRepository } from './money.repository.js';
import { nextPenaltyActs } from './next-penalty-acts.js';
import { PENALTY_LINE, WITH_DECISION, type PenaltyLine } from './penalty-list.view.js';
import { flowOf, stillStands, type PenaltyState } from './penalty.flow.js';
import { PenaltyRepository } from './penalty.repository.js';
import { isTakenBack } from './taken-back.js';
import { procedure } from './procedure-table.js';
import type { DecisionVersion, PenaltyFile, RefundLine, ServiceLine } from './penalty-file.js';

const VERSIONS = `c.number, c.sha256, w.name AS "writtenBy", c.written_at AS "writtenAt", u.name AS "signedBy", g.signed_at AS "signedAt",
    b.name AS "returnedBy", r.returned_at AS "returnedAt", r.reason AS "returnReason"
  FROM enforcement.penalty_contents c LEFT JOIN core.staff w ON w.id = c.written_by LEFT JOIN enforcement.penalty_signatures g ON g.content_id = c.id LEFT JOIN core.staff u ON u.id = g.signed_by
  LEFT JOIN enforcement.penalty_returns r ON r.content_id = c.id LEFT JOIN core.staff b ON b.id = r.returned_by
  WHERE c.penalty_id = $1 ORDER BY c.number DESC`;
const SIGNATURE = `SELECT s.name AS signer, g.signed_on::text AS "signedOn", t.title, t.body, t.delegation
  FROM enforcement.penalty_signatures g JOIN core.staff s ON s.id = g.signed_by JOIN core.staff_titles t ON t.id = g.title_id WHERE g.content_id = $1`;
const SERVICES = `v.id, v.how, v.served, v.on_day::text AS "on", v.exhibit_id AS "exhibitId", v.reason, s.name AS "recordedBy"
  FROM enforcement.penalty_services v LEFT JOIN core.staff s ON s.id = v.recorded_by WHERE v.penalty_id = $1 ORDER BY v.recorded_at DESC, v.id DESC`;
const REFUND = `r.amount::float8 AS amount, r.receipt, r.on_day::text AS "on" FROM enforcement.penalty_refunds r WHERE r.penalty_id = $1 ORDER BY r.recorded_at DESC, r.id DESC`;

@Injectable()
export class PenaltyFileView {
  constructor(
    private readonly db: Db,
    private readonly penalties: PenaltyRepository,
    private readonly money: MoneyRepository,
    private readonly know: KnowPenalty,
    private readonly documents: DocumentStateView,
    private readonly complaints: ComplaintsView,
    private readonly cases: Cases,
    private readonly overtaken: OvertakenView,
  ) {}

  run(actor: Person, id: string): Promise<PenaltyFile> {
    return this.db.read(async (tx) => {
      const held = await this.penalties.find(tx, actor, id);
      const { penalty, newest } = held;
      const [line] = await tx.query<PenaltyLine[]>(`SELECT ${PENALTY_LINE} FROM ${WITH_DECISION} WHERE p.id = $1`, [id]);
      const [signature = null] = await tx.query<NonNullable<PenaltyFile['signature']>[]>(SIGNATURE, [newest.id]);
      const payments = await this.money.payments(tx, penalty.annuls ?? id);
      const versions = await newestOf<DecisionVersion>(tx, VERSIONS, [id]);
      const services = await newestOf<ServiceLine>(tx, SERVICES, [id]);
      const refund = await this.refund(tx, id, penalty.state);
      const annulment = await this.penalties.annulmentOf(tx, id);
      const known = await this.know.run(tx, held, actor, refund.owed > 0 ? ['refund-owed'] : []);
      const { standing, windows, day } = known;
      const complaints = await this.complaints.run(tx, actor, penalty, day);
      const debt = line.amount === null ? null : debtOf(line.amount, payments, penalty.dueOn, day, procedure.late_interest);
      const standingPenalty = {
        state: penalty.state,
        kind: penalty.kind,
        content: newest.content,
        contentHash: newest.sha256,
        hasAnnulment: annulment !== null,
        hasComplaint: complaints.lines.some((c) => c.state !== 'not-accepted' && c.state !== 'withdrawn'),
        takenBack: isTakenBack(held),
        interest: debt?.interest ?? 0,
        signedBy: newest.signature?.signedBy ?? null,
      };
      return {
        ...line,
        content: newest.content,
        contentHash: newest.sha256,
        amountInWords: line.amount === null ? null : amountInWords(line.amount),
        overtaken:
          penalty.kind === 'decision' && (penalty.state === 'draft' || stillStands(penalty.state))
            ? await this.overtaken.ofPosts(tx, (await this.cases.get(tx, penalty.caseId)).postIds)
            : [],
        versions: versions.lines.toReversed(),
        signature: penalty.state === 'draft' ? null : signature,
        services: services.lines,
        payments,
        debt,
        refund: { owed: refund.owed, made: refund.lines },
        older: { versions: versions.older, services: services.older, refunds: refund.older, complaints: complaints.older },
        annulment,
        complaints: complaints.lines,
        document: { ...(await this.documents.run(tx, 'penalty', id)), ...known.document },
        open: {
          missing: missingFor(penalty.state, newest.content, known),
          asks: standing?.penalty.asks ?? [],
          blocks: standing?.penalty.blocks ?? [],
          warnings: standing?.penalty.warnings ?? [],
          confirmed: standing?.confirmed ?? [],
          limitation: standing?.candidate?.limitation ?? null,
          windows,
          other: known.other,
          competence: standing?.candidate?.competence ?? [],
        },
        next: nextPenaltyActs(standingPenalty, actor, known),
      };
    });
  }

  private async refund(tx: Tx, id: string, state: PenaltyState) {
    const made = await newestOf<RefundLine>(tx, REFUND, [id]);
    const annulled = state === 'annulled' || state === 'refunded';
    return { owed: annulled ? await this.money.owedBack(tx, id) : 0, ...made };
  }
}

/** Whose title it takes is another question: it is answered for whoever signs. */
function missingFor(state: PenaltyState, content: DecisionContent, { needs }: KnownPenalty): string[] {
  const signing = state === 'draft' ? flowOf(content).draft.find((step) => step.to === 'signed') : undefined;
  return (signing?.needs ?? []).filter((need) => need !== 'competent-title' && !needs.has(need));
}
