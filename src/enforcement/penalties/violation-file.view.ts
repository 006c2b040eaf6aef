import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { Db } from '../../core/database/db.js';
import { newestOf } from '../../core/database/newest-of.js';
import type { Day, Moment } from '../../core/http/answer.js';
import { DocumentStateView, type DocumentState } from '../documents/document-state.view.js';
import { MASK } from '../../cases/index.js';
import type { ShownBegin } from './act-begin.js';
import { ComposeRecord } from './compose-record.use-case.js';
import type { ViolationRecord } from './decision.js';
import type { Person } from './draw-violation.use-case.js';
import { ExplanationRepository } from './explanation.repository.js';
import { KnowViolation } from './know-violation.use-case.js';
import { nextViolationActs, type PenaltyAct } from './next-penalty-acts.js';
import type { PenaltyState } from './penalty.flow.js';
import { PenaltyRepository } from './penalty.repository.js';
import { windowsOf, type ExplanationKind, type Windows } from './procedure.js';
import { daysOff, procedureOn } from './procedure-table.js';
import type { AskedRole } from './record-answers.js';
import type { OtherRecord } from './same-offence.use-case.js';
import type { SigningRole } from './signatures.js';
import { VIOLATION_LINE, WITH_RECORD, type ViolationLine } from './violation-list.view.js';
import { ViolationRepository } from './violation.repository.js';

/** One violation record with who signed it, what the accused explained, and what may be done. */
export interface ViolationFile extends ViolationLine {
  content: ViolationRecord;
  contentHash: string;
  versions: { number: number; sha256: string; writtenBy: string | null; writtenAt: Date }[];
  /** names are masked; reading them needs a reason */
  signatures: { id: string; role: SigningRole; name: string; signed: boolean; reason: string | null; recordedAt: Date }[];
  right: { confirmed: boolean; by: string; at: Moment } | null;
  explanations: ExplanationLine[];
  /** null until the record is drawn up */
  windows: Windows | null;
  confirmations: { about: string; document: string; by: string; on: Day }[];
  penalties: { id: string; kind: string; state: PenaltyState; number: string | null }[];
  /** how many of each came before those that are told */
  older: { versions: number; signatures: number; explanations: number; confirmations: number; penalties: number };
  document: DocumentState;
  /** what nobody asked yet, and whose presence is answered and not noted */
  answers: { unasked: string[]; unnoted: AskedRole[] };
  /** what the exhibits tell of the day on which the posts began */
  shown: ShownBegin;
  /** the record by which the same act of the same person is punished already */
  other: OtherRecord | null;
  next: PenaltyAct[];
}
export interface ExplanationLine {
  id: string;
  kind: ExplanationKind;
  on: Day;
  says: string | null;
  exhibitId: string | null;
  recordedBy: string | null;
  recordedAt: Date;
}
const VERSIONS = `c.number, c.sha256, s.name AS "writtenBy", c.written_at AS "writtenAt" FROM enforcement.violation_contents c LEFT JOIN core.staff s ON s.id = c.written_by WHERE c.violation_id = $1 ORDER BY c.number DESC`;
const SIGNATURES = `g.id, g.role, $2::text AS name, g.signed, g.reason, g.recorded_at AS "recordedAt" FROM enforcement.violation_signatures g WHERE g.content_id = $1 ORDER BY g.recorded_at DESC, g.id DESC`;
const RIGHT = `SELECT r.has_right AS confirmed, s.name AS by, r.confirmed_at AS at FROM enforcement.explanation_rights r JOIN core.staff s ON s.id = r.confirmed_by WHERE r.violation_id = $1`;
const EXPLANATIONS = `e.id, e.kind, e.on_day::text AS "on", e.says, e.exhibit_id AS "exhibitId", s.name AS "recordedBy", e.recorded_at AS "recordedAt" FROM enforcement.explanations e LEFT JOIN core.staff s ON s.id = e.recorded_by WHERE e.violation_id = $1 ORDER BY e.recorded_at DESC, e.id DESC`;
const CONFIRMATIONS = `c.about, c.document, s.name AS by, (c.confirmed_at AT TIME ZONE $2)::date::text AS "on" FROM enforcement.law_confirmations c JOIN core.staff s ON s.id = c.confirmed_by WHERE c.case_id = $1 ORDER BY c.confirmed_at DESC, c.id DESC`;
const PENALTIES = `p.id, p.kind, p.state, p.number FROM enforcement.penalties p WHERE p.violation_id = $1 ORDER BY p.created_at DESC, p.id DESC`;

@Injectable()
export class ViolationFileView {
  constructor(
    private readonly db: Db,
    private readonly violations: ViolationRepository,
    private readonly explanations: ExplanationRepository,
    private readonly penalties: PenaltyRepository,
    private readonly composing: ComposeRecord,
    private readonly know: KnowViolation,
    private readonly documents: DocumentStateView,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(actor: Person, id: string): Promise<ViolationFile> {
    return this.db.read(async (tx) => {
      const held = await this.violations.find(tx, actor, id);
      const { violation, newest } = held;
      const [line] = await tx.query<ViolationLine[]>(`SELECT ${VIOLATION_LINE} FROM ${WITH_RECORD} WHERE v.id = $1`, [id]);
      const [right = null] = await tx.query<NonNullable<ViolationFile['right']>[]>(RIGHT, [id]);
      const live = await this.penalties.liveOf(tx, id);
      const known = await this.know.run(tx, held, actor);
      const versions = await newestOf<ViolationFile['versions'][number]>(tx, VERSIONS, [id]);
      const signatures = await newestOf<ViolationFile['signatures'][number]>(tx, SIGNATURES, [newest.id, MASK]);
      const explanations = await newestOf<ExplanationLine>(tx, EXPLANATIONS, [id]);
      const confirmations = await newestOf<ViolationFile['confirmations'][number]>(tx, CONFIRMATIONS, [
        violation.caseId,
        this.config.timeZone,
      ]);
      const penalties = await newestOf<ViolationFile['penalties'][number]>(tx, PENALTIES, [id]);
      const standing = {
        state: violation.state,
        content: newest.content,
        contentHash: newest.sha256,
        rightConfirmed: right !== null,
        decision: live?.state ?? null,
      };
      return {
        ...line,
        content: newest.content,
        contentHash: newest.sha256,
        versions: versions.lines.toReversed(),
        signatures: signatures.lines,
        right,
        explanations: explanations.lines,
        windows: violation.drawnOn
          ? windowsOf(
              violation.drawnOn,
              newest.content.explanation,
              await this.explanations.all(tx, id),
              await this.composing.today(tx),
              procedureOn(violation.drawnOn)!,
              daysOff,
            )
          : null,
        confirmations: confirmations.lines,
        penalties: penalties.lines,
        older: {
          versions: versions.older,
          signatures: signatures.older,
          explanations: explanations.older,
          confirmations: confirmations.older,
          penalties: penalties.older,
        },
        document: { ...(await this.documents.run(tx, 'violation', id)), ...known.document },
        answers: known.answers,
        shown: known.shown,
        other: known.other,
        next: nextViolationActs(standing, actor, known),
      };
    });
  }
}
