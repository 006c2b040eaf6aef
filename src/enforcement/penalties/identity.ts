import { createHash } from 'node:crypto';
import { canonical } from '../../core/events/canonical.js';

/** What papers say of the accused beside the name, which the case holds. */
export interface IdentityDetails {
  gender?: string;
  born?: string;
  nationality?: string;
  occupation?: string;
  residence?: string;
  idNumber?: string;
  idIssuedOn?: string;
  idIssuedBy?: string;
  registration?: string;
  seat?: string;
  representative?: string;
  representativeTitle?: string;
}
/** The details with the salt of their hash: what is encrypted, and purged with it. */
export interface SealedIdentity {
  salt: string;
  details: IdentityDetails;
}

/** What stands in a content in their place: nobody who lacks the salt can guess them from it. */
export const commitmentOf = (identity: SealedIdentity): string => createHash('sha256').update(canonical(identity)).digest('hex');

/** Details without empty ones and margins; null when nothing is left. */
export function trimmed(details: IdentityDetails): IdentityDetails | null {
  const filled = Object.entries(details).flatMap(([key, text]: [string, string | undefined]) =>
    text?.trim() ? [[key, text.trim()] as const] : [],
  );
  return filled.length > 0 ? Object.fromEntries(filled) : null;
}
