import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { Keyset, type Placed } from '../core/database/keyset.js';
import { pageOf } from '../core/database/page-of.js';
import { steps } from '../core/flow/flow.js';
import type { Page } from '../core/http/answer.js';
import type { PageDto } from '../core/http/page.dto.js';
import type { Actor } from '../core/identity/index.js';
import { Problem } from '../core/problem/problem.js';
import type { ClaimAct, ClaimFile, ClaimVersionLine } from './claim-answers.js';
import { claimFlow, hasLeft } from './claim.flow.js';
import { ClaimRepository } from './claim.repository.js';
import { MERGED_FROM, MERGED_INTO, OPEN_MERGE, SPLIT_FROM } from './merging/merge.view.js';
import { overtook } from './overtaken/overtaken.view.js';
import { RETIREMENT, RETURNED, WITH_RETURN } from './claims.view.js';

const NEWEST = new Keyset({ sql: 'v.number', kind: 'number', backwards: true });
const VERSIONS = `
  SELECT ${NEWEST.place}, v.id, v.number, v.topic, v.harm, v.wordings, v.truth, v.sources, v.false_from::text AS "falseFrom", v.false_to::text AS "falseTo", v.drafted_by AS "draftedById", d.name AS "draftedBy", v.drafted_at AS "draftedAt",
    p.approved_by AS "approvedById", a.name AS "approvedBy", p.approved_at AS "approvedAt",
    ${RETURNED}
  FROM classify.claim_versions v LEFT JOIN core.staff d ON d.id = v.drafted_by LEFT JOIN classify.claim_approvals p ON p.version_id = v.id LEFT JOIN core.staff a ON a.id = p.approved_by ${WITH_RETURN}
  WHERE v.claim_id = $1`;

/** What this person may do towards the claim's retirement. */
function retiring({ state, retirement, merge }: Pick<ClaimFile, 'state' | 'retirement' | 'merge'>, actor: Actor): ClaimAct[] {
  if (state !== 'approved') return [];
  if (merge) return [];
  if (!retirement) return actor.rights.has('claim.draft') ? [{ act: 'propose-retirement', possible: true, lacks: [], ownWork: false }] : [];
  const held = { needs: new Set(['retirement-proposed']), authors: new Set([retirement.proposedById]) };
  return steps(claimFlow, state, actor, held)
    .filter((s) => s.to === 'retired')
    .flatMap((s) => [
      { act: 'retire', ...s },
      { act: 'decline-retirement', ...s, to: state },
    ]);
}

/** What this person may do towards its merge into another, or the undoing of that; what was proposed is decided at the claim that goes. */
function merging({ id, state, retirement, merge }: Pick<ClaimFile, 'id' | 'state' | 'retirement' | 'merge'>, actor: Actor): ClaimAct[] {
  const [to, open] = state === 'merged' ? (['approved', 'propose-reinstatement'] as const) : (['merged', 'propose-merge'] as const);
  const free = state === 'merged' || (state === 'approved' && !retirement);
  if (!merge) return free && actor.rights.has('claim.draft') ? [{ act: open, possible: true, lacks: [], ownWork: false }] : [];
  if (merge.claimId !== id) return [];
  const held = { needs: new Set([`${merge.what}-proposed`]), authors: new Set([merge.proposedById]) };
  return steps(claimFlow, state, actor, held)
    .filter((s) => s.to === to)
    .flatMap((s) => [
      { act: merge.what, ...s },
      { act: `decline-${merge.what}`, ...s, to: state },
    ]);
}

/** One claim with its versions, who wrote, approved or sent back each, what it was found in, and what may be done. */
@Injectable()
export class ClaimView {
  constructor(
    private readonly db: Db,
    private readonly claims: ClaimRepository,
  ) {}

  one(actor: Actor, id: string): Promise<ClaimFile> {
    return this.db.read(async (tx) => {
      const [claim] = await tx.query<Omit<ClaimFile, 'versions' | 'next'>[]>(
        `SELECT c.id, c.state, c.version, c.current_version_id AS "currentVersionId", c.created_at AS "createdAt", ${RETIREMENT} AS retirement, ${MERGED_INTO} AS "mergedInto", ${OPEN_MERGE} AS merge,
                (SELECT json_build_object('since', o.since, 'cause', o.cause) FROM ${overtook('c.id')}) AS overtaken,
                ${MERGED_FROM} AS "mergedFrom", ${SPLIT_FROM} AS "splitFrom",
                (SELECT count(DISTINCT m.item_id)::int FROM classify.matches m WHERE m.claim_id = c.id) AS posts,
                (SELECT json_build_object('confirmed', count(*) FILTER (WHERE m.decision = 'confirmed'), 'rejected', count(*) FILTER (WHERE m.decision = 'rejected')) FROM classify.matches m WHERE m.claim_id = c.id AND m.decision IS NOT NULL) AS decisions
         FROM classify.claims c WHERE c.id = $1`,
        [id],
      );
      if (!claim) throw new Problem('missing');
      const versions = await this.versionsTold(tx, id, claim.currentVersionId);
      const newest = versions[0];
      const authors = await this.claims.authorsSinceApproval(tx, id, newest.number);
      const waits = newest.id !== claim.currentVersionId && newest.approvedAt === null && newest.returnedAt === null;
      const needs = new Set(['source', 'wording', ...(waits ? ['new-version'] : [])]);
      const inUse = hasLeft(claim.state) ? [] : steps(claimFlow, claim.state, actor, { needs, authors });
      const next = inUse.flatMap((s): ClaimAct[] => {
        const of = { versionId: newest.id, ...s };
        return [...(s.to === 'approved' ? [{ act: 'approve', ...of }] : []), ...(s.to === claim.state ? [{ act: 'return', ...of }] : [])];
      });
      if (!hasLeft(claim.state) && actor.rights.has('claim.draft')) next.push({ act: 'change', possible: true, lacks: [], ownWork: false });
      return { ...claim, versions, next: [...next, ...retiring(claim, actor), ...merging(claim, actor)] };
    });
  }

  versions(id: string, page: PageDto): Promise<Page<ClaimVersionLine>> {
    return this.db.read(async (tx) => {
      const told = await pageOf<ClaimVersionLine>(tx, NEWEST, VERSIONS, [id], page);
      // every claim has a version
      if (told.items.length === 0 && page.cursor === undefined) throw new Problem('missing');
      return told;
    });
  }

  private async versionsTold(tx: Tx, id: string, inForce: string | null): Promise<ClaimVersionLine[]> {
    const { items } = await pageOf<ClaimVersionLine>(tx, NEWEST, VERSIONS, [id], {});
    if (inForce === null || items.some((v) => v.id === inForce)) return items;
    const [{ place: _place, ...older }] = await tx.query<Placed<ClaimVersionLine>[]>(`${VERSIONS} AND v.id = $2`, [id, inForce]);
    return [...items, older];
  }
}
