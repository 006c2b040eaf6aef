import { canonical } from '../../core/events/canonical.js';
import type { Status } from '../penalty/choice.js';
import type { Day, DaySpan } from '../penalty/day.js';
import type { Fine } from '../penalty/fine.js';
import type { Frame, Place, SubjectKind } from '../penalty/law.js';
import type { Text } from '../table-faults.js';
import type { RecordAnswers } from './record-answers.js';

/** How a violation record ends: with money, without it, by remedies alone, at the police, or with nothing. */
export const ENDS = ['fine', 'warning', 'remedies', 'referral', 'none'] as const;
export type PenaltyEnd = (typeof ENDS)[number];
export const ANNULMENT_GROUNDS = ['error', 'case-fell', 'complaint'] as const;
export type AnnulmentGround = (typeof ANNULMENT_GROUNDS)[number];
export type PenaltyKind = 'decision' | 'annulment';

/** Who it concerns. Name and papers lie apart, encrypted; their hash, salted, stands here until they are purged. */
export interface Subject {
  partyId: string;
  kind: SubjectKind;
  age: number | null;
  identity: string | null;
}
/** The act as the inspector found it; the answers about time are a person's. */
export interface RecordedAct {
  types: string[];
  where: Place;
  started: DaySpan;
  /** why it began on another day than the post tells of itself */
  startedReason?: string | null;
  discovered: DaySpan | null;
  status: Status | null;
  facts: string;
  /** the file came back from the police, whose time the law adds */
  returnedByPolice: boolean;
  /** the day on which evasion stopped: limitation runs anew from it */
  evasionEnded: Day | null;
}
export interface ProvisionChoice {
  id: string;
  reason: string;
}
export interface ExhibitRef {
  exhibitId: string;
  evidenceId: string;
  sha256: string;
}
/** How long the accused may explain, counted from the day of the record. */
export interface ExplanationTerms {
  right: boolean;
  /** the version of the Law by which the days are counted */
  rule: string;
  written: Term | null;
  hearing: Term | null;
}
export interface Term {
  count: number;
  unit: 'days' | 'working-days' | 'months';
}
/** All that a violation record says: what those present sign. */
export interface ViolationRecord {
  format: 1;
  reference: string;
  caseNumber: string;
  /** the place where it was drawn up */
  place: string;
  subject: Subject;
  act: RecordedAct;
  answers?: RecordAnswers;
  /** in a record of former times, in place of the answers: what the accused said */
  statement?: string | null;
  /** null: nobody said whether */
  stopDemanded: boolean | null;
  /** why not, where it was not */
  stopReason?: string | null;
  exhibits: ExhibitRef[];
  /** every provision that the day and the place of the act offer, and the one chosen */
  candidates: { id: string; citation: Text; reading: Status['answer'] }[];
  provision: ProvisionChoice | null;
  /** the one that stands, chosen or left over; null while several do */
  applies?: string | null;
  explanation: ExplanationTerms | null;
  /** what it is printed with, by its hash; null where the office has no form */
  printing?: string | null;
}

/** A circumstance that legal staff accepted, with what shows it. */
export interface Circumstance {
  code: string;
  text: Text;
  ground: string;
}
/** A sanction or remedy of the provision: ordered within days of receipt, or left out for a reason. */
export interface Measure {
  key: string;
  label: Text;
  days: number | null;
  leftOut: string | null;
}
export interface DecidedAmount {
  value: number;
  reason: string;
}
/** All that a decision says: what the signer signs, by its hash. The day, the number and the signer stand on the signature. */
export interface PenaltyDecision {
  format: 1;
  kind: 'decision';
  end: PenaltyEnd;
  caseNumber: string;
  record: { id: string; reference: string; sha256: string; drawnOn: Day };
  subject: Subject;
  act: RecordedAct;
  /** null where none is applied: referral, or nothing at all */
  provision: { id: string; citation: Text; act: Text; reason: string | null } | null;
  /** as printed, for organisations; for this kind of subject; and where the part of an individual stands */
  frame: { printed: Frame; subject: Frame; halving: Text } | null;
  rule: { key: string; name: Text; cites: Text };
  circumstances: { mitigating: Circumstance[]; aggravating: Circumstance[] };
  /** each step as it was computed; the amount is null where there is no fine */
  sum: Pick<Fine, 'outcome' | 'steps' | 'amount' | 'between'> | null;
  decided: DecidedAmount | null;
  additional: Measure[];
  remedies: Measure[];
  explanation: { right: boolean; answers: { explanationId: string; answer: string }[] };
  crime: { signs: string[]; refer: boolean | null; reason: string | null };
  /** why, in the words of legal staff */
  ground: string;
  exhibits: ExhibitRef[];
  /** days from receipt within which a fine is paid */
  payWithin: number | null;
  /** what it is printed with, by its hash; null where the office has no form */
  printing?: string | null;
}
/** A decision that takes another one back. */
export interface Annulment {
  format: 1;
  kind: 'annulment';
  caseNumber: string;
  annuls: { id: string; number: string | null; signedOn: Day; sha256: string };
  ground: AnnulmentGround;
  /** the complaint that was upheld, and the answer that says so */
  complaint?: { id: string; receivedOn: Day; answerSha256: string };
  reason: string;
  printing?: string | null;
}
export type DecisionContent = PenaltyDecision | Annulment;

/** How a decision was signed: what a document prints beside its content. */
export interface Signature {
  signedOn: Day;
  signer: string;
  title: { key: string; label: Text; body: string; delegation: string | null };
  number: string | null;
}

export const contentBytes = (content: ViolationRecord | DecisionContent): Buffer => Buffer.from(canonical(content), 'utf8');
