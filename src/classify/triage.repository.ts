import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { PREPARED } from '../core/database/preparing-client.js';
import { Problem } from '../core/problem/problem.js';
import type { Judgement } from './judgement.js';
import type { PriorityInput } from './priority.js';
import { standsFalse } from './standing.view.js';
import { TriageItemRow } from './triage.entity.js';
import { Bars } from '../core/identity/bars.js';

export interface Evidenced {
  evidenceId: string;
  captureId: string | null;
  text: string | null;
  textSha256: string | null;
  postedOn: string | null;
  platform: string;
}
export interface NewMatch {
  claimId: string;
  versionId: string;
  score: number;
  strength: string | null;
  stance: unknown;
  reasons: unknown;
  spans: unknown;
}
export type TopMatch = NonNullable<PriorityInput['top']> & { topic: string };
export interface JudgementRow {
  id: string;
  judgement: Judgement;
  claimVersionId: string | null;
  evidenceId: string | null;
  supersedes: string | null;
  by: string;
  at: Date;
  ageSeconds: number;
}

@Injectable()
export class TriageRepository {
  constructor(private readonly bars: Bars) {}

  /** The item of a post, made at the first call; locked. */
  async itemOf(tx: Tx, postId: string): Promise<TriageItemRow> {
    const find = () => tx.findOne(TriageItemRow, { where: { postId }, lock: { mode: 'pessimistic_write' } });
    const found = await find();
    if (found) return found;
    await tx.query(`${PREPARED}INSERT INTO classify.triage_items (id, post_id) VALUES ($1, $2) ON CONFLICT (post_id) DO NOTHING`, [
      randomUUID(),
      postId,
    ]);
    return (await find())!;
  }
  /** The item that stands for a post now, whatever the post has become part of meanwhile; locked. */
  async inForce(tx: Tx, postId: string): Promise<TriageItemRow> {
    const item = await this.itemOf(tx, await this.heir(tx, postId));
    // it was joined to another while this transaction waited for its lock
    return item.state === 'merged' ? this.itemOf(tx, await this.heir(tx, postId)) : item;
  }
  /** For somebody who acts on it; whoever is barred from the post finds nothing. */
  async lockFor(tx: Tx, actor: { staffId: string }, id: string): Promise<TriageItemRow> {
    const item = await this.lock(tx, id);
    await this.bars.refuse(tx, actor, item.postId);
    return item;
  }
  async lock(tx: Tx, id: string): Promise<TriageItemRow> {
    const item = await tx.findOne(TriageItemRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!item) throw new Problem('missing');
    return item;
  }
  async save(tx: Tx, item: TriageItemRow): Promise<void> {
    item.version += 1;
    await this.keep(tx, item);
  }
  /** Writes what changes nothing that anybody decided, such as a lease or a count. The row is locked since it was read. */
  async keep(tx: Tx, { id, receivedAt: _, ...item }: TriageItemRow): Promise<void> {
    await tx.update(TriageItemRow, { id }, item);
  }
  /** The post that this one has become part of, or itself. */
  private async heir(tx: Tx, postId: string): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(`${PREPARED}SELECT coalesce(merged_into, id) AS id FROM intake.posts WHERE id = $1`, [
      postId,
    ]);
    return row?.id ?? postId;
  }
  /** The matches of an item that was joined to another, with what was decided on them and not on the other's. */
  async takeMatches(tx: Tx, from: TriageItemRow, to: TriageItemRow): Promise<void> {
    await tx.query(
      `INSERT INTO classify.matches AS m (item_id, claim_id, version_id, evidence_id, text_sha256, score, strength, stance, reasons, spans, decision, decided_by, decided_at)
       SELECT $2, claim_id, version_id, evidence_id, text_sha256, score, strength, stance, reasons, spans, decision, decided_by, decided_at FROM classify.matches WHERE item_id = $1 AND text_sha256 = $3
       ON CONFLICT (item_id, version_id, text_sha256) DO UPDATE SET decision = EXCLUDED.decision, decided_by = EXCLUDED.decided_by, decided_at = EXCLUDED.decided_at WHERE m.decision IS NULL AND EXCLUDED.decision IS NOT NULL`,
      [from.id, to.id, from.textSha256],
    );
  }
  /** The judgement in force of a post that was merged stands for what it became: the same words, person and moment. */
  async carryJudgement(tx: Tx, judgementId: string, to: TriageItemRow): Promise<void> {
    await tx.query(
      `WITH carried AS (INSERT INTO classify.judgements (item_id, post_id, judgement, claim_version_id, evidence_id, text_sha256, reason, judged_by, judged_at, recorded_at)
         SELECT $2, $3, judgement, claim_version_id, evidence_id, text_sha256, reason, judged_by, judged_at, recorded_at FROM classify.judgements WHERE id = $1 RETURNING id)
       INSERT INTO classify.judgement_settlements (judgement_id) SELECT c.id FROM carried c WHERE EXISTS (SELECT 1 FROM classify.judgement_settlements s WHERE s.judgement_id = $1)`,
      [judgementId, to.id, to.postId],
    );
  }
  async addMatches(tx: Tx, item: TriageItemRow, matches: NewMatch[]): Promise<void> {
    for (const m of matches) {
      await tx.query(
        `INSERT INTO classify.matches (item_id, claim_id, version_id, evidence_id, text_sha256, score, strength, stance, reasons, spans)
         VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) ON CONFLICT (item_id, version_id, text_sha256) DO UPDATE SET
           score = EXCLUDED.score, strength = EXCLUDED.strength, stance = EXCLUDED.stance, reasons = EXCLUDED.reasons, spans = EXCLUDED.spans, evidence_id = EXCLUDED.evidence_id`,
        [
          item.id,
          m.claimId,
          m.versionId,
          item.evidenceId,
          item.textSha256,
          m.score,
          m.strength,
          JSON.stringify(m.stance),
          JSON.stringify(m.reasons),
          JSON.stringify(m.spans),
        ],
      );
    }
  }
  /** The best match of the text in force that no inspector rejected. */
  async topMatch(tx: Tx, item: TriageItemRow): Promise<TopMatch | null> {
    if (!item.textSha256) return null;
    const [top] = await tx.query<TopMatch[]>(
      `SELECT m.score, v.harm, v.topic, CASE WHEN m.decision = 'confirmed' THEN 'confirmed' ELSE coalesce(m.stance ->> 'label', 'unclear') END AS stance FROM classify.matches m JOIN classify.claim_versions v ON v.id = m.version_id
       JOIN classify.claims c ON c.current_version_id = m.version_id AND c.state = 'approved'
       WHERE m.item_id = $1 AND m.text_sha256 = $2 AND m.decision IS DISTINCT FROM 'rejected' ORDER BY (m.decision = 'confirmed') DESC NULLS LAST, m.score DESC LIMIT 1`,
      [item.id, item.textSha256],
    );
    return top ?? null;
  }
  async decideMatch(tx: Tx, itemId: string, matchId: string, decision: string | null, by: string): Promise<void> {
    const [, changed] = await tx.query<[unknown, number]>(
      `UPDATE classify.matches SET decision = $3, decided_by = $4, decided_at = core.office_now() WHERE id = $1 AND item_id = $2`,
      [matchId, itemId, decision, by],
    );
    if (changed === 0) throw new Problem('missing');
  }
  /** The claim version, in force, that this text was confirmed to repeat: the named match, or the one confirmed last. */
  async confirmed(tx: Tx, item: TriageItemRow, matchId: string | null): Promise<{ versionId: string; topic: string } | null> {
    const [row] = await tx.query<{ versionId: string; topic: string }[]>(
      `SELECT m.version_id AS "versionId", v.topic FROM classify.matches m JOIN classify.claim_versions v ON v.id = m.version_id
       JOIN classify.claims c ON c.current_version_id = m.version_id AND c.state = 'approved'
       WHERE m.item_id = $1 AND m.text_sha256 = $2 AND m.decision = 'confirmed' AND ($3::uuid IS NULL OR m.id = $3) ORDER BY m.decided_at DESC LIMIT 1`,
      [item.id, item.textSha256, matchId],
    );
    return row ?? null;
  }
  /** When the item was judged, in office time. */
  async stampJudged(tx: Tx, item: TriageItemRow): Promise<void> {
    await tx.query('UPDATE classify.triage_items SET judged_at = core.office_now() WHERE id = $1', [item.id]);
  }
  async judge(
    tx: Tx,
    item: TriageItemRow,
    j: { judgement: Judgement; claimVersionId: string | null; reason: string | null; by: string; supersedes: string | null },
  ): Promise<string> {
    const id = randomUUID();
    await tx.query(
      `INSERT INTO classify.judgements (id, item_id, post_id, judgement, claim_version_id, evidence_id, text_sha256, reason, judged_by, supersedes) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
      [id, item.id, item.postId, j.judgement, j.claimVersionId, item.evidenceId, item.textSha256, j.reason, j.by, j.supersedes],
    );
    return id;
  }
  async undo(tx: Tx, judgementId: string, by: string): Promise<void> {
    await tx.query('INSERT INTO classify.judgement_undos (judgement_id, undone_by) VALUES ($1, $2)', [judgementId, by]);
  }
  async settle(tx: Tx, judgementId: string): Promise<void> {
    await tx.query('INSERT INTO classify.judgement_settlements (judgement_id) VALUES ($1) ON CONFLICT DO NOTHING', [judgementId]);
  }
  async isSettled(tx: Tx, judgementId: string): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT 1 FROM classify.judgement_settlements WHERE judgement_id = $1', [judgementId])).length > 0;
  }
  async standing(tx: Tx, postIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`SELECT p.id FROM unnest($1::uuid[]) p (id) WHERE ${standsFalse('p.id')}`, [postIds]);
    return rows.map((r) => r.id);
  }
  async current(tx: Tx, postId: string): Promise<JudgementRow | null> {
    const [row] = await tx.query<JudgementRow[]>(
      `SELECT j.id, j.judgement, j.claim_version_id AS "claimVersionId", j.evidence_id AS "evidenceId", j.supersedes, j.judged_by AS by, j.judged_at AS at,
              extract(epoch FROM clock_timestamp() - j.recorded_at)::float8 AS "ageSeconds"
       FROM classify.judgements j WHERE j.post_id = $1 AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id)
       ORDER BY j.recorded_at DESC LIMIT 1`,
      [postId],
    );
    return row ?? null;
  }
}
