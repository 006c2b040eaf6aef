import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import type { Day } from '../../core/http/answer.js';
import { Problem } from '../../core/problem/problem.js';
import type { ClaimContent } from '../claim.js';
import { ClaimRepository } from '../claim.repository.js';
import { contentOf } from '../exchange/record.js';
import { together } from './merge.js';
import type { MergePreview, OpenMerge, ProposedMerge, SaidByClaim, SideOfMerge } from './merge-answers.js';
import { MergeRepository } from './merge.repository.js';

/** SQL: where the claim `c` went, by its first wording */
export const MERGED_INTO = `(SELECT json_build_object('id', a.id, 'text', v.wordings -> 0 ->> 'text') FROM classify.claims a JOIN classify.claim_versions v ON v.id = a.current_version_id WHERE a.id = c.merged_into)`;
/** SQL: the claims that went into the claim `c`, and the one that it was split off */
export const MERGED_FROM = `(SELECT coalesce(json_agg(x), '[]') FROM (SELECT b.id, v.wordings -> 0 ->> 'text' AS text FROM classify.claims b JOIN classify.claim_versions v ON v.id = b.current_version_id WHERE b.merged_into = c.id ORDER BY b.id LIMIT 50) x)`;
export const SPLIT_FROM = `(SELECT json_build_object('id', s.from_id, 'text', v.wordings -> 0 ->> 'text') FROM classify.claim_splits s JOIN classify.claim_versions v ON v.id = s.from_version_id WHERE s.claim_id = c.id)`;
/** SQL: the merge or reinstatement that the claim `c` waits for, on either side of it */
export const OPEN_MERGE = `(SELECT json_build_object('id', m.id, 'what', m.what, 'claimId', m.claim_id, 'intoId', m.into_id, 'reason', m.reason, 'proposedBy', p.name, 'proposedById', p.id, 'proposedAt', m.proposed_at)
  FROM classify.claim_merges m JOIN core.staff p ON p.id = m.proposed_by WHERE (m.claim_id = c.id OR m.into_id = c.id) AND m.agreed IS NULL LIMIT 1)`;

/** Two claims side by side, and what would become of them. */
@Injectable()
export class MergeView {
  constructor(
    private readonly db: Db,
    private readonly claims: ClaimRepository,
    private readonly merges: MergeRepository,
  ) {}

  /** Before anybody proposed it. */
  preview(claimId: string, intoId: string): Promise<MergePreview> {
    return this.db.read(async (tx) => {
      const [claim, into] = [await this.said(tx, claimId), await this.said(tx, intoId)];
      return { claim, into, content: told(together(into, claim)), differs: differences(claim, into) };
    });
  }
  /** As it was proposed: what a second person reads. */
  proposed(claimId: string): Promise<ProposedMerge> {
    return this.db.read(async (tx) => {
      const open = await this.merges.open(tx, claimId);
      if (!open) throw new Problem('missing');
      const [claim, into] = [await this.said(tx, open.claimId), await this.said(tx, open.intoId)];
      const [{ merge }] = await tx.query<{ merge: OpenMerge }[]>(`SELECT ${OPEN_MERGE} AS merge FROM classify.claims c WHERE c.id = $1`, [
        claimId,
      ]);
      return { claim, into, content: told(open.content), differs: differences(claim, into), merge };
    });
  }

  private async said(tx: Tx, id: string): Promise<SideOfMerge> {
    const [row] = await tx.query<{ versionId: string | null; version: number }[]>(
      'SELECT current_version_id AS "versionId", version FROM classify.claims WHERE id = $1',
      [id],
    );
    if (!row?.versionId) throw new Problem('missing');
    const content = contentOf(await this.claims.version(tx, row.versionId));
    return { id, text: content.wordings[0].text, version: row.version, ...told(content) };
  }
}

const told = (content: ClaimContent): SaidByClaim => contentOf(content) as ClaimContent & { falseFrom: Day; falseTo: Day | null };
const differences = (a: SaidByClaim, b: SaidByClaim): MergePreview['differs'] => [
  ...(a.falseFrom === b.falseFrom && a.falseTo === b.falseTo ? [] : ['days' as const]),
  ...(a.topic === b.topic ? [] : ['topic' as const]),
  ...(a.harm === b.harm ? [] : ['harm' as const]),
];
