import type { Check } from './fact-check.js';
import type { FieldFault } from '../../core/problem/invalid.js';
import type { Moment } from '../../core/http/answer.js';
import type { Strength } from '../matching/match.js';
import type { Form, LineReason } from './record.js';

export type LineOutcome = 'new' | 'similar' | 'known' | 'faulty';
/** A claim in force that one of the file is like. */
export interface LikeClaim {
  claimId: string;
  text: string;
  score: number;
  strength: Strength | null;
}
/** What becomes of one record of a file. */
export interface ImportLine {
  /** the line on which it begins; of ClaimReview its number in the file */
  place: number;
  outcome: LineOutcome;
  text: string | null;
  /** the claim of the registry that says the same already, or the record of this file that did before */
  claimId: string | null;
  samePlace: number | null;
  similar: LikeClaim[];
  /** the rating alone does not say that the claim is false: read the review */
  ratingUnclear: boolean;
  reason: LineReason | null;
  faults: FieldFault[];
  lacks: string[];
}
export interface ImportCounts {
  new: number;
  similar: number;
  known: number;
  faulty: number;
}
/** What an import would do; nothing was written. */
export interface ImportPreview {
  form: Form;
  /** binds the import to the bytes that were read */
  sha256: string;
  counts: ImportCounts;
  lines: ImportLine[];
}
export interface ImportDone extends ImportCounts {
  importId: string;
  drafted: number;
  /** these bytes were imported before, and nothing was drafted again */
  again: boolean;
}
export interface ImportedList {
  id: string;
  form: Form | 'service';
  importedBy: string;
  importedById: string;
  importedAt: Moment;
  drafted: number;
  /** of its claims, those that wait for a second person */
  waiting: number;
}
/** What became of each version that was to be put in force: nothing wrong, or the code of a problem. */
export interface ApprovedVersion {
  versionId: string;
  problem: string | null;
}
export interface ApprovedVersions {
  versions: ApprovedVersion[];
}
/** A check of others, as a service tells it, and what an import would make of it. */
export interface FoundCheck extends Check {
  line: ImportLine;
}
export interface FoundChecks {
  items: FoundCheck[];
  nextPageToken: string | null;
}
