/** SQL: the links of sources (link_id) by which claims are false that these posts were judged with, or confirmed to say. `posts`: SQL of their ids. */
export const sourcesUnder = (
  posts: string,
): string => `SELECT s.link_id FROM classify.version_sources s JOIN classify.claim_versions v ON v.id = s.version_id
  WHERE s.link_id IS NOT NULL AND v.claim_id IN (SELECT x.claim_id FROM classify.judgements j JOIN classify.claim_versions x ON x.id = j.claim_version_id WHERE j.post_id IN (${posts})
    UNION SELECT m.claim_id FROM classify.triage_items t JOIN classify.matches m ON m.item_id = t.id AND m.decision = 'confirmed' WHERE t.post_id IN (${posts}))`;

/** SQL: the other way: the posts (post_id) that rest so on the source of this link. */
export const postsOn = (link: string): string => `SELECT r.post_id FROM (
    SELECT DISTINCT v.claim_id FROM classify.version_sources s JOIN classify.claim_versions v ON v.id = s.version_id WHERE s.link_id = ${link}) k
  CROSS JOIN LATERAL (SELECT j.post_id FROM classify.claim_versions x JOIN classify.judgements j ON j.claim_version_id = x.id WHERE x.claim_id = k.claim_id
    UNION SELECT t.post_id FROM classify.matches m JOIN classify.triage_items t ON t.id = m.item_id WHERE m.claim_id = k.claim_id AND m.decision = 'confirmed') r`;
