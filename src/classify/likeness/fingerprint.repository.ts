import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Fingerprint } from './fingerprint.js';
import { likenessTable } from './likeness-table.js';

/** Of which post, and what of it: a part of a capture, or what was sent in. */
export interface Source {
  postId: string;
  captureId: string | null;
  addressId: string | null;
}
export type Made = Fingerprint & { part: string };
/** One that is written down, and by what it looks for others. */
export type Added = Pick<Fingerprint, 'sought'> & { id: string };

/** Fingerprints, and what is found by them. */
@Injectable()
export class FingerprintRepository {
  /** Those that the post did not have; none of what was purged meanwhile. */
  async add(tx: Tx, { postId, captureId, addressId }: Source, made: readonly Made[]): Promise<Added[]> {
    const rows = await tx.query<{ id: string; kind: string; bits: string }[]>(
      `INSERT INTO classify.fingerprints (post_id, kind, bits, keys, capture_id, address_id, part)
       SELECT $1, m.kind, m.bits::bit(256), ARRAY(SELECT jsonb_array_elements_text(m.keys)::int), $2, $3, m.part
       FROM jsonb_to_recordset($4::jsonb) AS m(kind text, bits text, keys jsonb, part text)
       WHERE NOT EXISTS (SELECT 1 FROM core.evidence_tombstones d WHERE d.evidence_id IN (
         SELECT c.evidence_id FROM crawl.captures c WHERE c.id = $2 UNION ALL SELECT a.evidence_id FROM intake.addresses a WHERE a.id = $3))
       ON CONFLICT DO NOTHING RETURNING id, kind, bits::text AS bits`,
      [postId, captureId, addressId, JSON.stringify(made.map(({ kind, bits, keys, part }) => ({ kind, bits, keys, part })))],
    );
    return rows.map(({ id, kind, bits }) => ({ id, sought: made.find((m) => m.kind === kind && m.bits === bits)!.sought }));
  }

  /** Sets these beside all others and notes the nearest posts; how many were not noted before. Of two at once the later sees the first. */
  async join(tx: Tx, postId: string, added: readonly Added[]): Promise<number> {
    const rows = await tx.query<{ earlier: string; fresh: boolean }[]>(
      `WITH own AS (SELECT coalesce(merged_into, id) AS id FROM intake.posts WHERE id = $1),
       best AS (SELECT DISTINCT ON (post_id, kind) * FROM (${NEAR}) near WHERE post_id <> (SELECT id FROM own) ORDER BY post_id, kind, distance, earlier_id)
       INSERT INTO classify.likenesses AS l (post_id, earlier_post_id, kind, distance, fingerprint_id, earlier_id)
       SELECT own.id, b.post_id, b.kind, b.distance, b.id, b.earlier_id FROM best b CROSS JOIN own ORDER BY b.distance, b.earlier_id LIMIT $3
       ON CONFLICT (post_id, earlier_post_id, kind) DO UPDATE SET distance = EXCLUDED.distance, fingerprint_id = EXCLUDED.fingerprint_id, earlier_id = EXCLUDED.earlier_id
         WHERE EXCLUDED.distance < l.distance
       RETURNING earlier_post_id AS earlier, xmax = 0 AS fresh`,
      [postId, JSON.stringify(added), likenessTable.noted],
    );
    return new Set(rows.filter((r) => r.fresh).map((r) => r.earlier)).size;
  }

  async hold(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('fingerprints'))`);
  }
}

const { picture, text } = likenessTable;
/** SQL: those that have a key that one of `$2` looks for and differ from it in few bits, with the posts that they count for now. */
const NEAR = `SELECT m.id, o.id AS earlier_id, o.kind, coalesce(p.merged_into, p.id) AS post_id, bit_count(m.bits # o.bits)::int AS distance
  FROM jsonb_to_recordset($2::jsonb) AS x(id bigint, sought jsonb) JOIN classify.fingerprints m ON m.id = x.id
  JOIN classify.fingerprints o ON o.keys && ARRAY(SELECT jsonb_array_elements_text(x.sought)::int) AND o.kind = m.kind AND o.id <> m.id
    AND bit_count(m.bits # o.bits) <= CASE m.kind WHEN 'picture' THEN ${picture.bits_apart} ELSE ${text.bits_apart} END
  JOIN intake.posts p ON p.id = o.post_id`;
