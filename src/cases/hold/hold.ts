import type { Moment } from '../../core/http/answer.js';

/** Nothing of the case may be purged, from `placedAt` until a second person let it go. */
export interface Hold {
  id: string;
  reason: string;
  placedBy: string;
  placedAt: Moment;
  liftedAt: Moment | null;
  /** the latest proposal that it ends */
  release: Release | null;
}
export interface Release {
  reason: string;
  proposedBy: string;
  /** this reader proposed it, so somebody else decides */
  mine: boolean;
  proposedAt: Moment;
  decision: 'approved' | 'declined' | null;
  decidedBy: string | null;
  decidedAt: Moment | null;
  decisionReason: string | null;
}
/** A case under hold, in the list of all. */
export interface HeldCase extends Hold {
  caseId: string;
  number: string;
  title: string | null;
}
