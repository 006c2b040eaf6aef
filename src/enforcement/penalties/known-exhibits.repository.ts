import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { PREPARED } from '../../core/database/preparing-client.js';
import { groupedBy } from '../../core/database/grouped-by.js';
import type { KnownExhibit } from './exhibits.js';

/** Bytes that an exhibit shows: the whole item, and the part of it that was named. */
export interface SealedPart {
  exhibitId: string;
  evidenceId: string;
  part: string;
  sha256: string;
}

@Injectable()
export class KnownExhibits {
  /** What the exhibits of a case show, and when they came to it. */
  async of(tx: Tx, caseId: string): Promise<KnownExhibit[]> {
    return (await this.ofAll(tx, [caseId])).get(caseId)!;
  }
  async ofAll(tx: Tx, caseIds: readonly string[]): Promise<Map<string, KnownExhibit[]>> {
    const rows = await tx.query<(KnownExhibit & { caseId: string })[]>(
      `${PREPARED}SELECT x.case_id AS "caseId", x.id AS "exhibitId", x.evidence_id AS "evidenceId", e.sha256, e.kind, x.attached_at AS "attachedAt", coalesce(o.office_at, x.attached_at) AS "sealedAt", c.posted_at AS "postedAt",
         coalesce(p.merged_into, p.id) AS "postId"
       FROM cases.exhibits x JOIN core.evidence_items e ON e.id = x.evidence_id
       LEFT JOIN crawl.captures c ON c.id = x.capture_id LEFT JOIN crawl.observations o ON o.capture_id = x.capture_id
       LEFT JOIN intake.addresses a ON a.id = x.address_id LEFT JOIN intake.posts p ON p.id = a.post_id
       WHERE x.case_id = ANY($1::uuid[]) ORDER BY x.attached_at, x.id`,
      [caseIds],
    );
    return groupedBy(
      caseIds,
      rows.map(({ caseId, ...exhibit }) => [caseId, exhibit] as const),
    );
  }
  parts(tx: Tx, exhibitIds: string[]): Promise<SealedPart[]> {
    return tx.query<SealedPart[]>(
      `SELECT x.id AS "exhibitId", x.evidence_id AS "evidenceId", p.part, p.sha256
       FROM cases.exhibits x JOIN core.evidence_items e ON e.id = x.evidence_id
       JOIN LATERAL (SELECT 'whole' AS part, e.sha256 UNION SELECT c.name, c.sha256 FROM crawl.capture_parts c WHERE c.capture_id = x.capture_id AND c.name = x.part) p ON true
       WHERE x.id = ANY($1::uuid[]) ORDER BY x.attached_at, x.id, p.part DESC`,
      [exhibitIds],
    );
  }
}
