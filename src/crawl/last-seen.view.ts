/** SQL: the session that a visit bore, by its name; null: it was one of the public's. */
export const sessionOf = (visitor: string): string => `(SELECT bore.name FROM crawl.profiles bore WHERE bore.name = ${visitor})`;

const latest = (addressId: string, signedIn: boolean): string =>
  `(SELECT json_build_object('observation', look.observation, 'at', look.office_at, 'captureId', look.capture_id${signedIn ? `, 'session', visit.visitor` : ''})
    FROM crawl.observations look JOIN crawl.captures visit ON visit.id = look.capture_id
    WHERE look.address_id = ${addressId} AND ${sessionOf('visit.visitor')} IS ${signedIn ? 'NOT NULL' : 'NULL'} ORDER BY look.office_at DESC, look.recorded_at DESC LIMIT 1)`;
/** SQL: what the public was shown last at an address. */
export const lastSeen = (addressId: string): string => latest(addressId, false);
/** SQL: what a signed-in visitor was shown last there, which says nothing of what the public is. */
export const lastSeenSignedIn = (addressId: string): string => latest(addressId, true);
