import type { Day, Moment } from '../../core/http/answer.js';
import type { Ask, Block } from '../penalty/act-result.js';
import type { Competence } from '../penalty/competence.js';
import type { ConfirmedDoubt, Doubt } from '../penalty/confidence.js';
import type { Limitation } from '../penalty/limitation.js';
import type { OvertakenClaim } from '../../classify/index.js';
import type { ComplaintFile } from '../complaints/complaints.view.js';
import type { DocumentState } from '../documents/document-state.view.js';
import type { DecisionContent } from './decision.js';
import type { Debt } from './late-interest.js';
import type { PaymentRow } from './money.repository.js';
import type { ServiceWay } from './service-ways.js';
import type { PenaltyAct } from './next-penalty-acts.js';
import type { PenaltyLine } from './penalty-list.view.js';
import type { PenaltyState } from './penalty.flow.js';
import type { OtherRecord } from './same-offence.use-case.js';
import type { Windows } from './procedure.js';

/** One decision with every version, who signed it, what became of it, what stands against it, and what may be done. */
export interface PenaltyFile extends PenaltyLine {
  content: DecisionContent;
  contentHash: string;
  /** the fine as the paper spells it out, in Vietnamese */
  amountInWords: string | null;
  /** of a decision: claims that the case rests on and that are false no more */
  overtaken: OvertakenClaim[];
  versions: DecisionVersion[];
  /** of the newest version */
  signature: { signer: string; signedOn: Day; title: string; body: string; delegation: string | null } | null;
  services: ServiceLine[];
  /** of an annulment: those of the decision that it takes back */
  payments: PaymentRow[];
  /** null where there is no fine */
  debt: Debt | null;
  /** of an annulment nothing: what came in stands on the decision that it takes back */
  refund: { owed: number; made: RefundLine[] };
  /** how many of each came before those that are told */
  older: { versions: number; services: number; refunds: number; complaints: number };
  annulment: { id: string; state: PenaltyState } | null;
  /** about this decision: the one that stands, then the newest first */
  complaints: ComplaintFile[];
  document: DocumentState;
  open: OpenPoints;
  next: PenaltyAct[];
}
export interface RefundLine {
  amount: number;
  receipt: string;
  on: Day;
}
/** What the law still asks of the decision, or holds against it. */
export interface OpenPoints {
  /** what must still be on file before anybody can sign */
  missing: string[];
  asks: Ask[];
  blocks: Block[];
  warnings: Doubt[];
  /** blocks and warnings that stand no more, since a lawyer confirmed them on the case */
  confirmed: ConfirmedDoubt[];
  limitation: Limitation | null;
  windows: Windows | null;
  /** the record by which the same act of the same person is punished already */
  other: OtherRecord | null;
  /** who may sign today, and why others may not */
  competence: Competence[];
}
export interface DecisionVersion {
  number: number;
  sha256: string;
  writtenBy: string | null;
  writtenAt: Date;
  signedBy: string | null;
  signedAt: Moment | null;
  returnedBy: string | null;
  returnedAt: Date | null;
  returnReason: string | null;
}
export interface ServiceLine {
  id: string;
  how: ServiceWay;
  served: boolean;
  on: Day;
  exhibitId: string | null;
  reason: string | null;
  recordedBy: string | null;
}
