import type { SubjectKind } from '../penalty/law.js';
import type { AnnulmentGround, PenaltyEnd } from './decision.js';
import type { ExplanationKind } from './procedure.js';

type Nothing = Record<string, never>;
interface ViolationIds {
  violationId: string;
  caseId: string;
}
interface Content {
  contentId: string;
  contentSha256: string;
}
interface PenaltyIds extends ViolationIds {
  penaltyId: string;
}
interface DocumentIds extends ViolationIds {
  documentId: string;
  /** null: it is the record itself */
  penaltyId: string | null;
}
/** What a register of anonymous acts may show of a decision; a later event about it repeats it, so that the log adds up without ids. */
export interface Decided {
  /** a random id of the decision, the same from its signing to the refund */
  act: string;
  end: PenaltyEnd;
  provision: string | null;
  subject: SubjectKind;
  amount: number | null;
  topic: string;
}
interface OffenceRecorded {
  offence: string;
  topic: string;
  subject: SubjectKind;
}
declare module '../../core/events/event.js' {
  interface Events {
    'violation.drafted': { v: 1; public: Nothing; office: ViolationIds & Content };
    'violation.changed': { v: 1; public: Nothing; office: ViolationIds & Content };
    'violation.signed': { v: 1; public: Nothing; office: ViolationIds & Content & { signatureId: string; signed: boolean } };
    'violation.recorded': { v: 1; public: OffenceRecorded; office: ViolationIds & Content & { partyId: string } };
    'violation.cancelled': { v: 1; public: Nothing; office: ViolationIds };
    'explanation.right-confirmed': { v: 1; public: Nothing; office: ViolationIds & { right: boolean } };
    'explanation.recorded': { v: 1; public: { kind: ExplanationKind }; office: ViolationIds & { explanationId: string } };
    'law.confirmed': { v: 1; public: Nothing; office: { caseId: string; confirmationId: string; about: string } };
    'penalty.drafted': { v: 1; public: Nothing; office: PenaltyIds & Content };
    'penalty.changed': { v: 1; public: Nothing; office: PenaltyIds & Content & { voidedSignature: boolean } };
    'penalty.cancelled': { v: 1; public: Nothing; office: PenaltyIds };
    'penalty.returned': { v: 1; public: Nothing; office: PenaltyIds & Content };
    'penalty.signed': { v: 1; public: Decided; office: PenaltyIds & Content & { titleId: string } };
    /** an edit, or an explanation that arrived, took the signature away */
    'penalty.voided': { v: 1; public: Decided; office: PenaltyIds & Content };
    'penalty.numbered': { v: 1; public: Decided; office: PenaltyIds & Content & { serial: number; year: number } };
    'penalty.served': { v: 1; public: Decided; office: PenaltyIds & { serviceId: string } };
    'penalty.service-failed': { v: 1; public: Nothing; office: PenaltyIds & { serviceId: string } };
    'penalty.part-paid': { v: 1; public: Nothing; office: PenaltyIds & { paymentId: string } };
    /** it came in when the decision was annulled already, and is owed back */
    'penalty.paid-after': { v: 1; public: Nothing; office: PenaltyIds & { paymentId: string } };
    'penalty.paid': { v: 1; public: Decided; office: PenaltyIds & { paymentId: string } };
    'penalty.late': { v: 1; public: Decided; office: PenaltyIds };
    'penalty.annulled': {
      v: 1;
      public: Decided & { ground: AnnulmentGround; issued: boolean };
      office: PenaltyIds & { annulmentId: string };
    };
    'penalty.refunded': { v: 1; public: Decided & { refund: number }; office: PenaltyIds };
    /** a referral was issued: the file goes to the police */
    'case.referred': { v: 1; public: { topic: string; subject: SubjectKind }; office: PenaltyIds };
    /** a record, a decision or an annulment was printed, once; its bytes are an evidence item */
    'document.printed': {
      v: 1;
      public: Nothing;
      office: DocumentIds & { evidenceId: string; sha256: string; form: string; formVersion: number };
    };
    /** custody: somebody read what was printed */
    'document.read': { v: 1; public: Nothing; office: DocumentIds };
    'annulment.drafted': { v: 1; public: Nothing; office: PenaltyIds & Content & { annuls: string } };
    'annulment.changed': { v: 1; public: Nothing; office: PenaltyIds & Content & { voidedSignature: boolean } };
    'annulment.cancelled': { v: 1; public: Nothing; office: PenaltyIds };
    'annulment.returned': { v: 1; public: Nothing; office: PenaltyIds & Content };
    'annulment.signed': { v: 1; public: Nothing; office: PenaltyIds & Content & { titleId: string } };
    'annulment.voided': { v: 1; public: Nothing; office: PenaltyIds & Content };
    'annulment.numbered': { v: 1; public: Nothing; office: PenaltyIds & Content & { serial: number; year: number } };
    'annulment.served': { v: 1; public: Nothing; office: PenaltyIds & { serviceId: string } };
    'annulment.service-failed': { v: 1; public: Nothing; office: PenaltyIds & { serviceId: string } };
  }
}
