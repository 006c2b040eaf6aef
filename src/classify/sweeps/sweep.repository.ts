import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import type { Place, Sweep, SweepCause } from './sweep.js';
import type { SweepState } from './sweep.flow.js';

const SWEEP = `s.id, s.claim_id AS "claimId", s.version_id AS "versionId", s.cause,
  CASE WHEN s.after_item IS NOT NULL THEN json_build_object('at', s.after_at::text, 'itemId', s.after_item) END AS after`;
const SAME_PLACE = (place: string) => `(s.after_at, s.after_item) IS NOT DISTINCT FROM ${place}`;

/** Sweeps as records: where each stands, and what it has found. */
@Injectable()
export class SweepRepository {
  /** Of an event one sweep, however often it is heard; null where there is one. */
  async start(tx: Tx, of: { claimId: string; versionId: string; cause: SweepCause; eventId: string }): Promise<string | null> {
    const [made] = await tx.query<{ id: string }[]>(
      `INSERT INTO classify.sweeps (claim_id, version_id, cause, event_id, items) VALUES ($1, $2, $3, $4, CASE $3
         WHEN 'approved' THEN (SELECT count(*) FROM classify.triage_items t WHERE t.state <> 'merged')
         ELSE (SELECT count(DISTINCT m.item_id) FROM classify.matches m JOIN classify.triage_items t ON t.id = m.item_id WHERE m.claim_id = $1 AND t.state <> 'merged') END)
       ON CONFLICT (event_id) DO NOTHING RETURNING id`,
      [of.claimId, of.versionId, of.cause, of.eventId],
    );
    return made?.id ?? null;
  }
  /** Ends what an earlier change of the claim began; says what. */
  async supersede(tx: Tx, claimId: string): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `UPDATE classify.sweeps SET state = 'superseded', ended_at = clock_timestamp() WHERE claim_id = $1 AND state IN ('running', 'cancelled', 'failed') RETURNING id`,
      [claimId],
    );
    return rows.map((r) => r.id);
  }
  async lock(tx: Tx, id: string): Promise<Sweep & { state: SweepState }> {
    const [found] = await tx.query<(Sweep & { state: SweepState })[]>(
      `SELECT ${SWEEP}, s.state FROM classify.sweeps s WHERE s.id = $1 FOR UPDATE`,
      [id],
    );
    if (!found) throw new Problem('missing');
    return found;
  }
  async stop(tx: Tx, id: string, { reason, by }: { reason: string; by: string }): Promise<void> {
    await tx.query('INSERT INTO classify.sweep_stops (sweep_id, reason, stopped_by) VALUES ($1, $2, $3)', [id, reason, by]);
    await tx.query(`UPDATE classify.sweeps SET state = 'cancelled' WHERE id = $1`, [id]);
  }
  async fail(tx: Tx, id: string, failure: string): Promise<void> {
    await tx.query(`UPDATE classify.sweeps SET state = 'failed', failure = $2 WHERE id = $1`, [id, failure]);
  }
  async goOn(tx: Tx, id: string): Promise<void> {
    await tx.query(`UPDATE classify.sweeps SET state = 'running', failure = NULL WHERE id = $1`, [id]);
  }

  /** Those that run and stand where this one does, for the same cause; who began first comes first. */
  together(tx: Tx, id: string): Promise<Sweep[]> {
    return tx.query<Sweep[]>(
      `SELECT ${SWEEP} FROM classify.sweeps s JOIN classify.sweeps x ON x.id = $1 AND x.state = 'running' AND x.cause = s.cause AND ${SAME_PLACE('(x.after_at, x.after_item)')}
       WHERE s.state = 'running' ORDER BY s.started_at, s.id`,
      [id],
    );
  }
  /** The first of each place: it has the timer. */
  async leaders(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT DISTINCT ON (s.cause, s.after_at, s.after_item) s.id FROM classify.sweeps s WHERE s.state = 'running' ORDER BY s.cause, s.after_at, s.after_item, s.started_at, s.id`,
    );
    return rows.map((r) => r.id);
  }
  /** Moves those that still run and stand where they stood; says which. `to` null: nothing is left, and they are done. */
  async move(
    tx: Tx,
    from: readonly Sweep[],
    turn: { to: Place | null; read: number; found: ReadonlyMap<string, number> },
  ): Promise<{ id: string; claimId: string; items: number; found: number }[]> {
    const { after } = from[0];
    const [rows] = await tx.query<[{ id: string; claimId: string; items: number; found: number }[], number]>(
      `UPDATE classify.sweeps s SET done = CASE WHEN $4::timestamptz IS NULL THEN greatest(s.items, s.done + $3) ELSE s.done + $3 END, items = greatest(s.items, s.done + $3), found = s.found + f.n, moved_at = clock_timestamp(),
         after_at = coalesce($4, s.after_at), after_item = coalesce($5, s.after_item),
         state = CASE WHEN $4::timestamptz IS NULL THEN 'done' ELSE s.state END, ended_at = CASE WHEN $4::timestamptz IS NULL THEN clock_timestamp() END
       FROM unnest($1::uuid[], $2::int[]) AS f(id, n) WHERE s.id = f.id AND s.state = 'running' AND ${SAME_PLACE('($6::timestamptz, $7::uuid)')}
       RETURNING s.id, s.claim_id AS "claimId", s.items, s.found`,
      [
        from.map((s) => s.id),
        from.map((s) => turn.found.get(s.claimId) ?? 0),
        turn.read,
        turn.to?.at ?? null,
        turn.to?.itemId ?? null,
        after?.at ?? null,
        after?.itemId ?? null,
      ],
    );
    return rows;
  }
}
