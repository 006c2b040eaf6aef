import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { VersionSourcesView, type VersionSource } from '../../classify/index.js';

/** A source of a claim that the case rests on, by the version that its posts were matched or judged with. */
export interface CaseSource extends VersionSource {
  claimId: string;
  versionId: string;
  number: number;
  claim: string;
  /** posts of the case that rest on that version */
  postIds: string[];
}
type Version = Pick<CaseSource, 'claimId' | 'versionId' | 'number' | 'claim' | 'postIds'>;
/** by the judgement that stands, and by what a person confirmed */
const VERSIONS = `WITH posts AS (SELECT l.post_id AS id FROM cases.case_posts l WHERE l.case_id = $1
      UNION SELECT o.merged_into FROM cases.case_posts l JOIN intake.posts o ON o.id = l.post_id WHERE l.case_id = $1 AND o.merged_into IS NOT NULL),
    rests AS (SELECT p.id AS post, j.claim_version_id AS version FROM posts p CROSS JOIN LATERAL (SELECT x.claim_version_id FROM classify.judgements x WHERE x.post_id = p.id
        AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = x.id) ORDER BY x.recorded_at DESC LIMIT 1) j
      UNION SELECT p.id, m.version_id FROM posts p JOIN classify.triage_items t ON t.post_id = p.id JOIN classify.matches m ON m.item_id = t.id AND m.decision = 'confirmed')
  SELECT v.claim_id AS "claimId", v.id AS "versionId", v.number, v.wordings -> 0 ->> 'text' AS claim, json_agg(r.post ORDER BY r.post) AS "postIds"
  FROM rests r JOIN classify.claim_versions v ON v.id = r.version GROUP BY v.id ORDER BY v.claim_id, v.number`;

/** What the claims of a case rest on, one version after the other. */
@Injectable()
export class CaseSourcesView {
  constructor(private readonly sources: VersionSourcesView) {}

  async *of(tx: Tx, caseId: string): AsyncGenerator<CaseSource> {
    for (const version of await tx.query<Version[]>(VERSIONS, [caseId]))
      for (const source of await this.sources.of(tx, version.versionId)) yield { ...version, ...source };
  }
}
