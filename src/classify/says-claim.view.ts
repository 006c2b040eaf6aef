/** SQL: the matches `m` by which a post of the queue says a claim for sure: confirmed by a person, or strong and not rejected. */
export const sureMatch = (item: string): string =>
  `m.item_id = ${item}.id AND m.text_sha256 = ${item}.text_sha256 AND (m.decision = 'confirmed' OR m.decision IS NULL AND m.strength = 'strong')`;
/** SQL: the match `m` counts: suggested and not rejected, or confirmed. One that was named and taken back is neither. */
export const COUNTS = `(m.decision = 'confirmed' OR m.decision IS NULL AND m.strength IS NOT NULL)`;
/** SQL: the claims `k` of the registry as they stand. */
export const STANDING_CLAIM = `classify.claims k ON k.id = m.claim_id AND k.current_version_id = m.version_id AND k.state = 'approved'`;
/** SQL: both. */
export const saysClaim = (item: string): string => `classify.matches m JOIN ${STANDING_CLAIM} WHERE ${sureMatch(item)}`;
