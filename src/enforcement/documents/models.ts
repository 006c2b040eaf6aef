import type { Day } from '../penalty/day.js';

/** What the documents of a penalty case print, and nothing else. Every text may hold anything; days are yyyy-mm-dd, moments bear their offset. */
export interface Heading {
  superior?: string;
  agency: string;
  number: string;
}
export interface Person {
  name: string;
  sex: string;
  /** as much as is known: a day, a month, a year */
  born: string;
  nationality: string;
  occupation: string;
  residence: string;
  id: { kind: string; number: string; issued_on?: Day; issued_by?: string };
}
export interface Organisation {
  name: string;
  address: string;
  code: string;
  licence: { number: string; issued_on: Day; issued_by: string };
  head: { name: string; sex: string; title: string };
}
/** One of the two; a record may say that nobody was found. */
export interface Subject {
  person?: Person;
  organisation?: Organisation;
}
export interface Act {
  description: string;
  provision: string;
}
export interface Evidence {
  url: string;
  sealed_at: string;
  sha256: string;
}
export interface Paper {
  number: string;
  day: Day;
}
export interface Served {
  at: string;
  to: string;
}
export interface Order {
  what: string;
  days: number;
}
export interface Remedies {
  items: Order[];
  costs?: string;
  reason?: string;
}
interface Signed {
  heading: Heading & { place: string; day: Day };
  subject: Subject;
  /** the title with competence, in whose name it is issued */
  issuer: string;
  delegation?: Paper;
  effective_from: Day;
  executor: string;
  informed?: string[];
  signer: { instead?: string; title: string; name: string };
  served?: Served;
}

export interface DecisionDocument extends Signed {
  decree: string;
  record: Paper;
  hearing?: Paper;
  verification?: Paper;
  explanation_answer?: string;
  acts: Act[];
  evidence: Evidence[];
  aggravating: string[];
  mitigating: string[];
  /** a fine or a warning */
  fine?: { amounts: number[]; total: number; pay_at: string; account?: string; days: number; collector: string };
  warning?: true;
  additional: { items: Order[]; reason?: string };
  remedies: Remedies;
}
export interface RemedyDocument extends Signed {
  decree: string;
  record: Paper;
  acts: Act[];
  evidence: Evidence[];
  no_penalty_reason: string;
  remedies: Remedies;
}
export interface AnnulmentDocument extends Signed {
  annulled: Paper & { issuer: string };
  reason: string;
  refund?: { amount: number; by: string };
  undone?: string;
}
export interface RecordDocument {
  heading: Heading;
  subject: Subject & { unknown?: true };
  field: string;
  made: { at: string; place: string; place_reason: string };
  bases: string[];
  recorder: { name: string; title: string; agency: string };
  witnesses?: { name: string; occupation: string; address: string }[];
  commune?: { name: string; title: string; agency: string };
  interpreter?: { name: string; address: string };
  /** `at`: a moment, a day as far as it is known, or two days with a slash between them */
  acts: (Act & { at: string; where: string })[];
  evidence: Evidence[];
  victims?: string[];
  /** nothing here: nobody asked; an empty list: there is nobody, or nothing */
  says_accused?: string;
  says_witness?: string;
  says_victim?: string;
  stop?: { demanded: boolean; reason?: string };
  preventive?: string[];
  explain?: { hearing_days: number; written_days: number; to: string };
  no_explain?: true;
  appear?: { at: string; place: string };
  no_appear?: true;
  closed: { at?: string; sheets?: number; copies: number; given_to: string };
  not_signed_reason?: string;
  served?: Served;
}
export interface Documents {
  MBB01: RecordDocument;
  MQĐ02: DecisionDocument;
  MQĐ15: RemedyDocument;
  MQĐ40: AnnulmentDocument;
}
export type FormCode = keyof Documents;
