import { fill } from '../../core/documents/blanks.js';
import type { SubjectKind } from '../penalty/law.js';
import type { IdentityDetails } from '../penalties/identity.js';
import type { PresenceDetails, SigningRole } from '../penalties/signatures.js';
import type { IssuingOffice } from './issuing-office-table.js';
import type { Evidence } from './models.js';
import type { Wording } from './wording-table.js';

/** Whom a document names. It is read from the personal rows when a document is written, and kept in it alone. */
export interface Accused {
  kind: SubjectKind;
  name: string;
  details: IdentityDetails;
}
export interface Present extends PresenceDetails {
  role: SigningRole;
  name: string;
  signed: boolean;
  reason: string | null;
}
/** An exhibit with its seal; without a link it is known by why it was attached. */
export interface Exhibited {
  url: string | null;
  why: string;
  /** a signed-in visitor was shown it; by which session is nobody's outside the office */
  signedIn: boolean;
  sealedAt: Date;
  sha256: string;
}
/** What every document of the office is written with. */
export interface House {
  office: IssuingOffice;
  wording: Wording;
}

/** A list of links with their seals, and where a visitor was signed in with that, in the order of the exhibits. */
export const evidenceFields = (exhibits: readonly Exhibited[], wording: Wording): Evidence[] =>
  exhibits.map(({ url, why, signedIn, sealedAt, sha256 }) => {
    const shown = url ?? fill(wording.exhibit, { why });
    return { url: signedIn ? fill(wording.signed_in, { shown }) : shown, sealed_at: sealedAt.toISOString(), sha256 };
  });
