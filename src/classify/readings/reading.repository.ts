import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import type { SaidPart } from '../matching/said-parts.js';
import type { NewReading, ReadSource } from './reading.js';

type Known = Omit<NewReading, 'part' | 'kind' | 'sha256' | 'engine'>;
const MOST = 20;
/** SQL: a reading is of the capture that the item shows, or of what was sent in for its post. */
export const ofItem = (item: string, r = 'r'): string =>
  `${r}.post_id IN (SELECT ip.id FROM intake.posts ip WHERE ip.id = ${item}.post_id OR ip.merged_into = ${item}.post_id)
   AND (${r}.capture_id = ${item}.capture_id OR ${r}.address_id IS NOT NULL)`;
/** SQL: what these say; of bytes that are the same once. */
export const saidIn = (item: string): string =>
  `(SELECT DISTINCT ON (r.of_sha256) r.id AS "readingId", r.evidence_id AS "evidenceId", r.kind, r.part, r.confidence, r.lines, r.text
    FROM classify.readings r WHERE ${ofItem(item)} AND r.outcome = 'read' ORDER BY r.of_sha256, r.read_at DESC LIMIT ${MOST})`;

@Injectable()
export class ReadingRepository {
  constructor(private readonly db: Db) {}

  /** What the engine read in the same bytes before. One that was out of time is tried again. */
  async known(sha256: string, engine: string): Promise<Known | null> {
    const [row] = await this.db.once<Known[]>(
      `SELECT outcome, width, height, confidence, lines, text FROM classify.readings WHERE of_sha256 = $1 AND engine = $2 AND outcome NOT IN ('timed-out', 'unreadable') LIMIT 1`,
      [sha256, engine],
    );
    return row ?? null;
  }

  /** Nothing of what was purged meanwhile; how many were not there before. */
  async add(tx: Tx, source: ReadSource, made: readonly NewReading[]): Promise<number> {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO classify.readings (post_id, capture_id, address_id, evidence_id, part, kind, of_sha256, engine, outcome, width, height, confidence, lines, text)
       SELECT $1, $2, $3, $4, m.part, m.kind, m.sha256, m.engine, m.outcome, m.width, m.height, m.confidence, m.lines, m.text
       FROM jsonb_to_recordset($5::jsonb) AS m(part text, kind text, sha256 text, engine text, outcome text, width int, height int, confidence smallint, lines jsonb, text text)
       WHERE NOT EXISTS (SELECT 1 FROM core.evidence_tombstones d WHERE d.evidence_id = $4) ON CONFLICT DO NOTHING RETURNING 1`,
      [source.postId, source.captureId, source.addressId, source.evidenceId, JSON.stringify(made)],
    );
    return rows.length;
  }

  /** What there is to be matched beside the text of a post. */
  said(tx: Tx, of: { postId: string; captureId: string | null }): Promise<SaidPart[]> {
    return tx.query<SaidPart[]>(`SELECT s.* FROM (SELECT $1::uuid AS post_id, $2::uuid AS capture_id) t, LATERAL ${saidIn('t')} s`, [
      of.postId,
      of.captureId,
    ]);
  }
}
