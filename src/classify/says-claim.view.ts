/** SQL: the matches `m` by which a post of the queue says a claim `k` of the registry as it stands: confirmed by a person, or strong and not rejected. */
export const saysClaim = (item: string): string =>
  `classify.matches m JOIN classify.claims k ON k.current_version_id = m.version_id AND k.state = 'approved'
   WHERE m.item_id = ${item}.id AND m.text_sha256 = ${item}.text_sha256 AND (m.decision = 'confirmed' OR m.decision IS NULL AND m.strength = 'strong')`;
