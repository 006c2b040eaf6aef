import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Any } from 'typeorm';
import type { Tx } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import type { ClaimContent } from './claim.js';
import { ClaimRow, ClaimVersionRow } from './claim.entity.js';
import { hasLeft } from './claim.flow.js';

/** Where a claim stands, for whoever acted on an older reading of it. */
export const standing = ({ state, version, currentVersionId }: ClaimRow) => ({ current: { state, version, versionId: currentVersionId } });

const REGISTRY = `hashtext('lachan registry')`;

@Injectable()
export class ClaimRepository {
  async add(tx: Tx, content: ClaimContent, by: string): Promise<ClaimVersionRow> {
    const claimId = randomUUID();
    await tx.insert(ClaimRow, { id: claimId, state: 'draft', version: 1, currentVersionId: null });
    return this.addVersion(tx, claimId, content, by);
  }

  /** A claim that left the registry is changed no more. */
  async addVersion(tx: Tx, claimId: string, content: ClaimContent, by: string): Promise<ClaimVersionRow> {
    const claim = await this.lock(tx, claimId);
    if (hasLeft(claim.state)) throw new Problem('stale', standing(claim));
    const number = (await tx.countBy(ClaimVersionRow, { claimId })) + 1;
    const row = { id: randomUUID(), claimId, number, ...content, draftedBy: by };
    await tx.insert(ClaimVersionRow, row as never);
    return row as ClaimVersionRow;
  }

  /** Nobody changes it meanwhile; what refers to it, such as a match, is written all the same. */
  async lock(tx: Tx, id: string): Promise<ClaimRow> {
    const claim = await tx.findOne(ClaimRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!claim) throw new Problem('missing');
    return claim;
  }

  async hold(tx: Tx, id: string): Promise<void> {
    await tx.query('SELECT 1 FROM classify.claims WHERE id = $1 FOR SHARE', [id]);
  }

  async version(tx: Tx, id: string): Promise<ClaimVersionRow> {
    const version = await tx.findOneBy(ClaimVersionRow, { id });
    if (!version) throw new Problem('missing');
    return version;
  }

  /** Everybody who wrote a version since the one in force. */
  async authorsSinceApproval(tx: Tx, claimId: string, upTo: number): Promise<Set<string>> {
    const rows = await tx.query<{ by: string }[]>(
      `SELECT v.drafted_by AS by FROM classify.claim_versions v
       WHERE v.claim_id = $1 AND v.number <= $2 AND v.number > coalesce((
         SELECT max(a.number) FROM classify.claim_versions a JOIN classify.claim_approvals p ON p.version_id = a.id WHERE a.claim_id = $1), 0)`,
      [claimId, upTo],
    );
    return new Set(rows.map((r) => r.by));
  }

  async approve(tx: Tx, version: ClaimVersionRow, by: string): Promise<void> {
    await this.changeRegistry(tx);
    await tx.query('INSERT INTO classify.claim_approvals (version_id, approved_by) VALUES ($1, $2)', [version.id, by]);
    await tx.query(`UPDATE classify.claims SET state = 'approved', current_version_id = $2, version = version + 1 WHERE id = $1`, [
      version.claimId,
      version.id,
    ]);
  }

  /** Whether a version of the claim names that link. */
  async hasSource(tx: Tx, claimId: string, url: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `SELECT 1 FROM classify.claim_versions WHERE claim_id = $1 AND sources @> jsonb_build_array(jsonb_build_object('url', $2::text)) LIMIT 1`,
      [claimId, url],
    );
    return rows.length > 0;
  }
  async newestVersionId(tx: Tx, claimId: string): Promise<string> {
    const [{ id }] = await tx.query<{ id: string }[]>(
      'SELECT id FROM classify.claim_versions WHERE claim_id = $1 ORDER BY number DESC LIMIT 1',
      [claimId],
    );
    return id;
  }
  /** A newer version than the one in force waits to be approved. */
  async hasDraft(tx: Tx, { id, currentVersionId }: ClaimRow): Promise<boolean> {
    const newest = await this.newestVersionId(tx, id);
    return newest !== currentVersionId && !(await this.wasReturned(tx, newest));
  }
  async wasReturned(tx: Tx, versionId: string): Promise<boolean> {
    return (await tx.query<object[]>('SELECT 1 FROM classify.claim_returns WHERE version_id = $1', [versionId])).length > 0;
  }
  async sendBack(tx: Tx, claimId: string, versionId: string, { reason, by }: { reason: string; by: string }): Promise<void> {
    await tx.query('INSERT INTO classify.claim_returns (version_id, reason, returned_by) VALUES ($1, $2, $3)', [versionId, reason, by]);
    await tx.query('UPDATE classify.claims SET version = version + 1 WHERE id = $1', [claimId]);
  }

  async openRetirement(tx: Tx, claimId: string): Promise<{ id: string; proposedById: string } | undefined> {
    const [open] = await tx.query<{ id: string; proposedById: string }[]>(
      'SELECT id, proposed_by AS "proposedById" FROM classify.claim_retirements WHERE claim_id = $1 AND agreed IS NULL',
      [claimId],
    );
    return open;
  }
  async proposeRetirement(tx: Tx, claimId: string, { reason, by }: { reason: string; by: string }): Promise<string> {
    const [{ id }] = await tx.query<{ id: string }[]>(
      'INSERT INTO classify.claim_retirements (claim_id, reason, proposed_by) VALUES ($1, $2, $3) RETURNING id',
      [claimId, reason, by],
    );
    await tx.query('UPDATE classify.claims SET version = version + 1 WHERE id = $1', [claimId]);
    return id;
  }
  async decideRetirement(tx: Tx, claimId: string, id: string, { agreed, by }: { agreed: boolean; by: string }): Promise<void> {
    await this.changeRegistry(tx);
    await tx.query('UPDATE classify.claim_retirements SET agreed = $2, decided_by = $3, decided_at = clock_timestamp() WHERE id = $1', [
      id,
      agreed,
      by,
    ]);
    await tx.query(`UPDATE classify.claims SET version = version + 1, state = CASE WHEN $2 THEN 'retired' ELSE state END WHERE id = $1`, [
      claimId,
      agreed,
    ]);
  }

  /** What posts are matched against: the version in force of each approved claim. */
  inForce(tx: Tx): Promise<ClaimVersionRow[]> {
    return tx
      .createQueryBuilder(ClaimVersionRow, 'v')
      .innerJoin(ClaimRow, 'c', 'c.current_version_id = v.id')
      .where(`c.state = 'approved'`)
      .orderBy('v.id')
      .getMany();
  }

  /** The same, page by page in the order of the claims. */
  inForceAfter(tx: Tx, claimId: string | null, size: number): Promise<ClaimVersionRow[]> {
    const page = tx
      .createQueryBuilder(ClaimVersionRow, 'v')
      .innerJoin(ClaimRow, 'c', 'c.current_version_id = v.id')
      .where(`c.state = 'approved'`);
    if (claimId) page.andWhere('v.claim_id > :claimId', { claimId });
    return page.orderBy('v.claim_id').limit(size).getMany();
  }

  async inForceOf(tx: Tx, claimId: string): Promise<ClaimVersionRow | null> {
    const claim = await tx.findOneBy(ClaimRow, { id: claimId, state: 'approved' });
    return claim?.currentVersionId ? this.version(tx, claim.currentVersionId) : null;
  }

  /** Until the caller is done, no version comes into force and no claim is retired: a post is matched either by what changed, or before it and seen by its sweep. */
  async holdRegistry(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock_shared(${REGISTRY})`);
  }
  async changeRegistry(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(${REGISTRY})`);
  }

  /** Grows with every change of the registry; a cheap question whether an index is still current. */
  async stamp(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ stamp: string }[]>('SELECT number::text AS stamp FROM classify.registry');
    return row.stamp;
  }
  /** What came into force since, and the claims that are in force no more. */
  async changedSince(tx: Tx, stamp: string): Promise<{ put: ClaimVersionRow[]; gone: string[] }> {
    const changed = await tx.query<{ id: string; versionId: string | null }[]>(
      `SELECT id, CASE WHEN state = 'approved' THEN current_version_id END AS "versionId" FROM classify.claims WHERE changed > $1`,
      [stamp],
    );
    const inForce = changed.flatMap((c) => c.versionId ?? []);
    return { put: await this.versions(tx, inForce), gone: changed.filter((c) => c.versionId === null).map((c) => c.id) };
  }
  /** A sum over the versions in force (registry-sum.ts). */
  async sumInForce(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ sum: string }[]>(
      `SELECT concat_ws(' ', count(*), coalesce(bit_xor(('x' || left(v, 8))::bit(32)::int), 0), coalesce(bit_xor(('x' || right(v, 8))::bit(32)::int), 0)) AS sum
       FROM (SELECT current_version_id::text AS v FROM classify.claims WHERE state = 'approved') c`,
    );
    return row.sum;
  }
  versions(tx: Tx, ids: readonly string[]): Promise<ClaimVersionRow[]> {
    return tx.find(ClaimVersionRow, { where: { id: Any([...ids]) }, order: { id: 'ASC' } });
  }
}
