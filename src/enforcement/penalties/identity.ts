import { createHash } from 'node:crypto';
import { canonical } from '../../core/events/canonical.js';

/** Papers of the accused are encrypted under a key for this purpose. */
export const IDENTITIES = 'violation-identity';
/** Names of those present likewise, and what is said of them. */
export const SIGNATORIES = 'violation-signatory';

/** What papers say of the accused beside the name, which the case holds. */
export interface IdentityDetails {
  gender?: string;
  born?: string;
  nationality?: string;
  occupation?: string;
  residence?: string;
  idKind?: string;
  idNumber?: string;
  idIssuedOn?: string;
  idIssuedBy?: string;
  /** the business code */
  registration?: string;
  licence?: string;
  licenceIssuedOn?: string;
  licenceIssuedBy?: string;
  seat?: string;
  representative?: string;
  representativeGender?: string;
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
export function trimmed<T extends object>(details: T): T | null {
  const filled = Object.entries(details).flatMap(([key, text]: [string, string | undefined]) =>
    text?.trim() ? [[key, text.trim()] as const] : [],
  );
  return filled.length > 0 ? (Object.fromEntries(filled) as T) : null;
}
