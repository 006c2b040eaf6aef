import type { NextAct } from '../core/flow/flow.js';
import type { Day, Moment } from '../core/http/answer.js';
import type { Harm, Source, Wording } from './claim.js';
import type { ClaimState } from './claim.flow.js';
import type { EndCause } from './overtaken/overtaken.js';
import type { Strength } from './matching/match.js';
import type { NamedClaim, OpenMerge } from './merging/merge-answers.js';

/** What a version says, and who wrote it. */
interface Told {
  number: number;
  topic: string;
  harm: Harm;
  wordings: Wording[];
  truth: string;
  sources: Source[];
  /** calendar days of the office, both inclusive; null: until further notice */
  falseFrom: Day;
  falseTo: Day | null;
  draftedBy: string | null;
  draftedById: string;
  draftedAt: Date;
  approvedAt: Date | null;
  returnedBy: string | null;
  returnedAt: Date | null;
  returnReason: string | null;
}
/** Why a claim leaves the registry, who proposed it and, once it is decided, who agreed. */
export interface Retirement {
  reason: string;
  proposedBy: string;
  proposedById: string;
  proposedAt: Moment;
  decidedBy: string | null;
  decidedAt: Moment | null;
}
/** A claim by its newest version. */
export interface ClaimLine extends Told {
  id: string;
  state: ClaimState;
  version: number;
  versionId: string;
  matches: number;
  /** it is false no more, since that day */
  overtaken: { since: Day; cause: EndCause } | null;
  retirement: Retirement | null;
  /** where it went, if it was merged */
  mergedInto: NamedClaim | null;
  /** what was proposed of it and another */
  merge: OpenMerge | null;
}
export interface ClaimVersionLine extends Told {
  id: string;
  approvedById: string | null;
  approvedBy: string | null;
}
/** One claim with every version, what it was found in, and what may be done. */
export interface ClaimFile {
  id: string;
  state: ClaimState;
  version: number;
  currentVersionId: string | null;
  createdAt: Date;
  retirement: Retirement | null;
  mergedInto: NamedClaim | null;
  /** the claims that went into it, the newest fifty */
  mergedFrom: NamedClaim[];
  /** of which claim it was split off */
  splitFrom: NamedClaim | null;
  merge: OpenMerge | null;
  /** it is false no more, since that day */
  overtaken: { since: Day; cause: EndCause } | null;
  posts: number;
  decisions: { confirmed: number; rejected: number };
  /** the newest first, whose number tells how many there are, and the one in force, however old it is */
  versions: ClaimVersionLine[];
  next: ClaimAct[];
}
export interface ClaimAct extends NextAct {
  versionId?: string;
}
export interface SimilarClaim {
  claimId: string;
  versionId: string;
  text: string;
  falseFrom: Day | null;
  falseTo: Day | null;
  score: number;
  strength: Strength | null;
}
export interface DraftedClaim {
  claimId: string;
  versionId: string;
}
