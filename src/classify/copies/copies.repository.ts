import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { likenessTable } from '../likeness/likeness-table.js';
import type { Near, Place } from './copies.js';
import { groupOf, isOpen } from './together.view.js';

const { copies } = likenessTable;
const FRAME = `LIKE 'frame-%'`;
/** SQL: how many stills two posts have alike, by their fingerprints `here` and `there`. */
const STILLS_ALIKE = `(SELECT count(DISTINCT m.part) FROM classify.fingerprints m JOIN classify.fingerprints o ON bit_count(m.bits # o.bits) <= ${copies.picture_bits_apart}
  WHERE m.post_id = here.post_id AND m.part ${FRAME} AND o.post_id = there.post_id AND o.part ${FRAME})`;
const stills = (of: string) =>
  `(SELECT count(DISTINCT s.part) FROM classify.fingerprints s WHERE s.post_id = ${of}.post_id AND s.part ${FRAME})`;
/** SQL: the posts of the queue that the post `$1` was found to be like, near enough to stand together with it. */
const NEAR = `SELECT ${groupOf('t')} AS "group", n.kind, n.distance::float8 / n.bound AS apart, t.copy_steps AS steps,
    (SELECT count(*)::int FROM classify.triage_items m WHERE ${groupOf('m')} = ${groupOf('t')} AND ${isOpen('m')}) AS members
  FROM classify.likenesses l JOIN classify.fingerprints here ON here.id = l.fingerprint_id JOIN classify.fingerprints there ON there.id = l.earlier_id
  JOIN intake.posts p ON p.id = l.earlier_post_id JOIN classify.triage_items t ON t.post_id = coalesce(p.merged_into, p.id)
  CROSS JOIN LATERAL (SELECT l.distance, CASE WHEN l.kind = 'text' THEN 'text' WHEN here.part ${FRAME} AND there.part ${FRAME} THEN 'film' ELSE 'picture' END AS kind,
    CASE l.kind WHEN 'text' THEN ${copies.text_bits_apart} ELSE ${copies.picture_bits_apart} END AS bound) n
  WHERE l.post_id = $1 AND t.post_id <> $1 AND n.distance <= n.bound
    AND (n.kind <> 'film' OR ${STILLS_ALIKE} >= least(${copies.stills}, ${stills('here')}, ${stills('there')}))`;

/** Which items of the queue stand together. */
@Injectable()
export class CopiesRepository {
  /** Where the item of a post stands; its row is locked by the caller. */
  async own(tx: Tx, itemId: string): Promise<Place & { alone: boolean }> {
    const [row] = await tx.query<(Place & { alone: boolean })[]>(
      `SELECT ${groupOf('t')} AS "group", t.copy_steps AS steps, t.copy_kinds AS kinds,
         t.copy_of IS NULL AND NOT EXISTS (SELECT 1 FROM classify.triage_items c WHERE c.copy_of = t.id) AS alone
       FROM classify.triage_items t WHERE t.id = $1`,
      [itemId],
    );
    return row;
  }
  near(tx: Tx, postId: string): Promise<Near[]> {
    return tx.query<Near[]>(NEAR, [postId]);
  }
  async put(tx: Tx, itemId: string, { group, steps, kinds }: Place): Promise<void> {
    await tx.query('UPDATE classify.triage_items SET copy_of = nullif($2::uuid, id), copy_steps = $3, copy_kinds = $4 WHERE id = $1', [
      itemId,
      group,
      steps,
      kinds,
    ]);
  }
  /** An item that another became part of takes over its place, unless it has one of its own. */
  async inherit(tx: Tx, from: string, to: string): Promise<void> {
    const [was, is] = [await this.own(tx, from), await this.own(tx, to)];
    if (!was.alone && is.alone) await this.put(tx, to, { ...was, steps: Math.max(1, was.steps) });
  }
}
