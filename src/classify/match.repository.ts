import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { foundInDisguise, type Reason } from './matching/match.js';
import { matching } from './matching/matching-table.js';
import { surely, type Stance } from './matching/stance/stance.js';
import { COUNTS, saysClaim, STANDING_CLAIM } from './says-claim.view.js';
import { Problem } from '../core/problem/problem.js';
import type { PriorityInput } from './priority.js';
import type { TriageItemRow } from './triage.entity.js';

export interface NewMatch {
  claimId: string;
  versionId: string;
  /** the id of the model that made it */
  model: string;
  score: number;
  strength: string | null;
  stance: unknown;
  reasons: unknown;
  spans: unknown;
  /** the reading that it stands in, where that is not the text of the post */
  source?: { readingId: string; evidenceId: string } | null;
}
export type TopMatch = NonNullable<PriorityInput['top']> & { topic: string };

@Injectable()
export class MatchRepository {
  async add(tx: Tx, item: TriageItemRow, matches: NewMatch[]): Promise<void> {
    for (const m of matches) await this.put(tx, item, m);
  }
  /** What another model said of the same words before is kept by the database. */
  async put(tx: Tx, item: TriageItemRow, m: NewMatch): Promise<string> {
    const evidenceId = m.source?.evidenceId ?? item.evidenceId;
    const json = [m.stance, m.reasons, m.spans].map((v) => JSON.stringify(v));
    const [{ id }] = await tx.query<{ id: string }[]>(
      `INSERT INTO classify.matches (item_id, claim_id, version_id, evidence_id, text_sha256, score, strength, stance, reasons, spans, model, reading_id, matched_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,core.office_now()) ON CONFLICT (item_id, version_id, text_sha256) DO UPDATE SET
         model = EXCLUDED.model, matched_at = EXCLUDED.matched_at, score = EXCLUDED.score, strength = EXCLUDED.strength, stance = EXCLUDED.stance, reasons = EXCLUDED.reasons, spans = EXCLUDED.spans, evidence_id = EXCLUDED.evidence_id, reading_id = EXCLUDED.reading_id
       RETURNING id`,
      [item.id, m.claimId, m.versionId, evidenceId, item.textSha256, m.score, m.strength, ...json, m.model, m.source?.readingId ?? null],
    );
    return id;
  }
  /** The match of the text in force with a claim as it stands, if there is one. */
  async beside(tx: Tx, item: TriageItemRow, claimId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `SELECT m.id FROM classify.matches m JOIN ${STANDING_CLAIM} WHERE m.item_id = $1 AND m.text_sha256 = $2 AND m.claim_id = $3`,
      [item.id, item.textSha256, claimId],
    );
    return row?.id ?? null;
  }
  /** The matches of an item that was joined to another, with what was decided on them and not on the other's. */
  async take(tx: Tx, from: TriageItemRow, to: TriageItemRow): Promise<void> {
    await tx.query(
      `INSERT INTO classify.matches AS m (item_id, claim_id, version_id, evidence_id, text_sha256, score, strength, stance, reasons, spans, model, reading_id, matched_at, decision, decided_by, decided_at)
       SELECT $2, claim_id, version_id, evidence_id, text_sha256, score, strength, stance, reasons, spans, model, reading_id, matched_at, decision, decided_by, decided_at FROM classify.matches WHERE item_id = $1 AND text_sha256 = $3
       ON CONFLICT (item_id, version_id, text_sha256) DO UPDATE SET decision = EXCLUDED.decision, decided_by = EXCLUDED.decided_by, decided_at = EXCLUDED.decided_at WHERE m.decision IS NULL AND EXCLUDED.decision IS NOT NULL`,
      [from.id, to.id, from.textSha256],
    );
  }
  /** The best match of the text in force that no inspector rejected. */
  async top(tx: Tx, item: TriageItemRow): Promise<TopMatch | null> {
    if (!item.textSha256) return null;
    const [top] = await tx.query<(Omit<TopMatch, 'stance'> & { stance: Stance; reasons: Reason[]; decision: string | null })[]>(
      `SELECT m.score, v.harm, v.topic, m.stance, m.reasons, m.decision FROM classify.matches m JOIN classify.claim_versions v ON v.id = m.version_id
       JOIN classify.claims c ON c.current_version_id = m.version_id AND c.state = 'approved'
       WHERE m.item_id = $1 AND m.text_sha256 = $2 AND ${COUNTS} ORDER BY (m.decision = 'confirmed') DESC NULLS LAST, m.score DESC LIMIT 1`,
      [item.id, item.textSha256],
    );
    if (!top) return null;
    const { decision, stance, reasons, ...rest } = top;
    const sure = surely(stance, matching.stance.words.sure, foundInDisguise(reasons, matching.stance));
    return { ...rest, stance: decision === 'confirmed' ? decision : (sure ?? 'unclear') };
  }
  async decide(tx: Tx, itemId: string, matchId: string, decision: string | null, by: string): Promise<void> {
    const [, changed] = await tx.query<[unknown, number]>(
      `UPDATE classify.matches SET decision = $3, decided_by = $4, decided_at = core.office_now() WHERE id = $1 AND item_id = $2`,
      [matchId, itemId, decision, by],
    );
    if (changed === 0) throw new Problem('missing');
  }
  /** Whether the item says a claim in force for sure. */
  async likely(tx: Tx, itemId: string): Promise<boolean> {
    const [{ likely }] = await tx.query<{ likely: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM ${saysClaim('t')}) AS likely FROM classify.triage_items t WHERE t.id = $1`,
      [itemId],
    );
    return likely;
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
}
