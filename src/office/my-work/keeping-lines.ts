import type { Label } from '../../core/glossary/glossary.js';
import type { Moment } from '../../core/http/answer.js';

/** A list of what is due to be purged, which somebody else asks to let go. */
export interface PurgeToDecide {
  batchId: string;
  label: Label;
  /** how many things would go */
  items: number;
  reason: string | null;
  submittedBy: string;
  submittedAt: Moment;
}
/** A legal hold of which somebody else proposes that it ends. */
export interface ReleaseToDecide {
  releaseId: string;
  caseId: string;
  number: string;
  reason: string | null;
  proposedBy: string;
  proposedAt: Moment;
}
