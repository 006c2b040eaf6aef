import type { Moment } from '../../core/http/answer.js';

/** Who may be there, or harmed, beside the accused and whoever draws up the record. */
export const ASKED_ROLES = ['witness', 'commune', 'interpreter', 'victim'] as const;
export type AskedRole = (typeof ASKED_ROLES)[number];
export const SPEAKERS = ['accused', 'witness', 'victim'] as const;
export type Speaker = (typeof SPEAKERS)[number];

/** What was said to a question; null where there was nothing to say. */
export interface Said {
  words: string | null;
}
/** To come at a time to a place; null where nobody has to. */
export interface Summons {
  summoned: { at: Moment; place: string } | null;
}
/** What a record asks beside the act. Null: nobody asked, and its place on the paper stays blank. */
export interface RecordAnswers {
  /** whether there is somebody of that role; who, stands on their signature */
  present: Record<AskedRole, boolean | null>;
  said: Record<Speaker, Said | null>;
  /** what was done so that it stops */
  preventive: Said | null;
  appear: Summons | null;
  /** when the drawing up began and ended */
  began: Moment | null;
  closed: Moment | null;
}

/** The answers of a record, also of one that was written when only the words of the accused were kept. */
export const answersOf = ({ answers, statement }: { answers?: RecordAnswers; statement?: string | null }): RecordAnswers =>
  answers ?? {
    present: { witness: null, commune: null, interpreter: null, victim: null },
    said: { accused: statement ? { words: statement } : null, witness: null, victim: null },
    ...{ preventive: null, appear: null, began: null, closed: null },
  };

/** What nobody asked yet, as the texts of the console call it. */
export function unasked({ present, said, ...others }: RecordAnswers & { stop: boolean | null }): string[] {
  const open = (group: object, of = '') => Object.entries(group).flatMap(([key, answer]) => (answer === null ? [`${of}${key}`] : []));
  return [...open(present, 'present.'), ...open(said, 'said.'), ...open(others)];
}

/** Those said to be there without a word on their signature, and those signed for although nobody was there. */
export const unnoted = ({ present }: RecordAnswers, noted: readonly { role: string }[]): AskedRole[] =>
  ASKED_ROLES.filter((role) => present[role] !== null && present[role] !== noted.some((p) => p.role === role));
