import type { Day, Moment } from '../../core/http/answer.js';
import type { Harm, Source, Wording } from '../claim.js';

/** Another claim, by its first wording. */
export interface NamedClaim {
  id: string;
  text: string;
}
/** A proposal that waits for a second person: that a claim is the same as another, or is not after all. */
export interface OpenMerge {
  id: string;
  what: 'merge' | 'reinstate';
  claimId: string;
  intoId: string;
  reason: string;
  proposedBy: string;
  proposedById: string;
  proposedAt: Moment;
}
export interface SaidByClaim {
  topic: string;
  harm: Harm;
  wordings: Wording[];
  truth: string;
  sources: Source[];
  falseFrom: Day;
  falseTo: Day | null;
}
export interface SideOfMerge extends SaidByClaim, NamedClaim {
  version: number;
}
/** Both claims as they stand, and what the one that stays would say. */
export interface MergePreview {
  claim: SideOfMerge;
  into: SideOfMerge;
  content: SaidByClaim;
  /** their days, topic or harm differ: those of the claim that stays count */
  differs: ('days' | 'topic' | 'harm')[];
}
export interface ProposedMerge extends MergePreview {
  merge: OpenMerge;
}
export interface MergeProposed {
  mergeId: string;
}
export interface ClaimSplit {
  claimId: string;
  versionId: string;
  newClaimId: string;
  newVersionId: string;
}
