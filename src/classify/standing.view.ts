import { triageTable } from './triage-table.js';

/**
 * SQL: this post is judged a false statement of fact, on a claim of the registry, by a judgement that nobody can take back any more.
 * Only on this ground is anything enforced. A claim's newer version leaves the ground as it was; a retired claim takes it away, and a merged one stands or falls with the one that it went into.
 */
export const standsFalse = (postId: string): string => `coalesce((
  SELECT j.judgement = 'false-statement-of-fact' AND s.state = 'approved' AND EXISTS (SELECT 1 FROM classify.claim_approvals a WHERE a.version_id = v.id)
    AND (j.recorded_at < clock_timestamp() - make_interval(secs => ${Number(triageTable.undo_seconds)}) OR EXISTS (SELECT 1 FROM classify.judgement_settlements w WHERE w.judgement_id = j.id))
  FROM classify.judgements j LEFT JOIN classify.claim_versions v ON v.id = j.claim_version_id LEFT JOIN classify.claims c ON c.id = v.claim_id LEFT JOIN classify.claims s ON s.id = coalesce(c.merged_into, c.id)
  WHERE j.post_id = ${postId} AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id) ORDER BY j.recorded_at DESC LIMIT 1), false)`;
