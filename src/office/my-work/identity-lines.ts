import type { RequestState } from '../../core/identity/identity-requests.js';
import type { IdentityKind } from '../../core/identity/personal-data.js';

/** A request to see who reported. */
interface IdentityLine {
  requestId: string;
  kind: IdentityKind;
  reason: string;
  requestedAt: Date;
  about: string | null;
  channel: 'web' | 'phone' | null;
  receivedAt: Date | null;
  caseId: string | null;
  number: string | null;
}
export interface IdentityToApprove extends IdentityLine {
  requestedBy: string;
}
/** One's own request, answered. */
export interface IdentityAnswer extends IdentityLine {
  state: RequestState;
  decisionReason: string | null;
  decidedBy: string;
  decidedAt: Date;
  openUntil: Date | null;
  looked: boolean;
}
