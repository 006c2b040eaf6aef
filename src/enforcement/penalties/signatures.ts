export const SIGNING_ROLES = ['accused', 'recorder', 'witness', 'commune', 'victim', 'interpreter'] as const;
export type SigningRole = (typeof SIGNING_ROLES)[number];
/** What a record says of somebody present beside the name: of a witness, of who stands for the commune, of an interpreter. */
export interface PresenceDetails {
  occupation?: string;
  address?: string;
  title?: string;
  agency?: string;
}
/** Somebody who was present, and whether they signed; if not, why. */
export interface Presence {
  role: SigningRole;
  signed: boolean;
}

/** Whoever drew the record signs it, and so does the accused; in their place a witness or the commune, or the reason why nobody did. */
export function signaturesSuffice(present: readonly Presence[]): boolean {
  const of = (...roles: SigningRole[]) => present.filter((p) => roles.includes(p.role));
  const accused = of('accused').at(-1);
  return of('recorder').some((p) => p.signed) && accused !== undefined && (accused.signed || of('witness', 'commune').length > 0);
}
