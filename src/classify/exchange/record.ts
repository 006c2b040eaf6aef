import type { ClaimState } from '../claim.flow.js';
import type { ClaimContent } from '../claim.js';

/** The forms in which claims leave and come. */
export const FORMS = ['claimreview', 'csv', 'jsonl'] as const;
export type Form = (typeof FORMS)[number];

/** A claim as it leaves: by the version in force, or by its newest where none is. */
export interface ClaimRecord extends ClaimContent {
  id: string;
  state: ClaimState;
  number: number;
  /** when that version was put in force */
  approvedAt: string | null;
}

/** Why a record of a file becomes no draft. */
export type LineReason =
  | 'not-json'
  | 'not-object'
  | 'no-claim'
  | 'no-date'
  | 'other-language'
  | 'not-false'
  | 'form'
  | 'incomplete'
  | 'cells';
/** One record of a file as it came: where it stands there, its own id, and what it says, in the form that the API takes; else why not. */
export interface ReadRecord {
  /** the line on which it begins; of ClaimReview its number in the file */
  place: number;
  id?: string;
  content?: Record<string, unknown>;
  reason?: LineReason;
  /** what the record says of itself, where it cannot be read whole */
  text?: string;
  /** nobody can tell by the rating alone whether it says that the claim is false */
  ratingUnclear?: boolean;
}

/** A file that is none of what it should be: where, and what is wrong with it. */
export class Unreadable extends Error {
  constructor(
    readonly says:
      | 'not-utf8'
      | 'not-json'
      | 'no-claim-reviews'
      | 'bad-table'
      | 'unknown-column'
      | 'column-missing'
      | 'too-many'
      | 'nothing',
    readonly where: { line?: number; column?: string; most?: number } = {},
  ) {
    super(says);
  }
}

/** Content alone, member by member, so that two spellings of one content are one. */
export const contentOf = ({ topic, harm, wordings, truth, sources, falseFrom, falseTo }: ClaimContent): ClaimContent => ({
  topic,
  harm,
  wordings,
  truth,
  sources,
  falseFrom,
  falseTo,
});
