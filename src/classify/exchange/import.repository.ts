import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Db, type Tx } from '../../core/database/db.js';
import type { ClaimContent } from '../claim.js';
import type { Form } from './record.js';

/** By what a claim is known again: the id that this registry gave it, or its words and one of its sources. */
export interface Asked {
  place: number;
  id: string | null;
  said: string;
  urls: string[];
}
export interface Drafted {
  claimId: string;
  versionId: string;
}
const AT_ONCE = 500;

@Injectable()
export class ImportRepository {
  constructor(private readonly db: Db) {}

  /** The claims of the registry that say the same, by the places that asked. */
  async known(asked: Asked[], tx?: Tx): Promise<Map<number, string>> {
    const found = new Map<number, string>();
    for (let at = 0; at < asked.length; at += AT_ONCE) {
      const values = [JSON.stringify(asked.slice(at, at + AT_ONCE))];
      const rows = await (tx
        ? tx.query<{ place: number; claimId: string }[]>(KNOWN, values)
        : this.db.once<{ place: number; claimId: string }[]>(KNOWN, values));
      for (const { place, claimId } of rows) found.set(place, claimId);
    }
    return found;
  }

  /** What versions of claims say first. */
  async firstWordings(versionIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.once<{ id: string; said: string }[]>(
      `SELECT id, wordings -> 0 ->> 'text' AS said FROM classify.claim_versions WHERE id = ANY($1::uuid[])`,
      [versionIds],
    );
    return new Map(rows.map((r) => [r.id, r.said]));
  }

  /** One import at a time: two that bring the same draft it once. */
  async alone(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('classify.claim_imports', 0))`);
  }

  async before(tx: Tx, by: string, sha256: string): Promise<{ id: string; drafted: number } | undefined> {
    const [row] = await tx.query<{ id: string; drafted: number }[]>(
      'SELECT id, drafted FROM classify.claim_imports WHERE imported_by = $1 AND sha256 = $2 ORDER BY imported_at DESC LIMIT 1',
      [by, sha256],
    );
    return row;
  }

  async add(tx: Tx, of: { form: Form | 'service'; sha256: string; by: string; drafted: number }): Promise<string> {
    const id = randomUUID();
    await tx.query('INSERT INTO classify.claim_imports (id, form, sha256, drafted, imported_by) VALUES ($1, $2, $3, $4, $5)', [
      ...[id, of.form, of.sha256, of.drafted, of.by],
    ]);
    return id;
  }

  async draft(tx: Tx, importId: string, by: string, claims: { place: number; content: ClaimContent }[]): Promise<Drafted[]> {
    const drafted: Drafted[] = [];
    for (let at = 0; at < claims.length; at += AT_ONCE) {
      const part = claims
        .slice(at, at + AT_ONCE)
        .map((c) => ({ claimId: randomUUID(), versionId: randomUUID(), place: c.place, ...c.content }));
      await tx.query(DRAFT, [JSON.stringify(part), importId, by]);
      drafted.push(...part.map(({ claimId, versionId }) => ({ claimId, versionId })));
    }
    return drafted;
  }
}

const KNOWN = `
  SELECT DISTINCT ON (a.place) a.place, k.id AS "claimId" FROM jsonb_to_recordset($1::jsonb) AS a (place integer, id uuid, said text, urls jsonb)
  CROSS JOIN LATERAL (
    SELECT c.id, 1 AS turn FROM classify.claims c WHERE c.id = a.id
    UNION ALL
    SELECT v.claim_id, 2 FROM classify.claim_versions v WHERE v.wordings @> jsonb_build_array(jsonb_build_object('text', a.said))
      AND EXISTS (SELECT 1 FROM jsonb_array_elements(v.sources) s WHERE a.urls ? (s ->> 'url'))) k
  ORDER BY a.place, k.turn, k.id`;

const DRAFT = `
  WITH part AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS p ("claimId" uuid, "versionId" uuid, place integer, topic text, harm text, wordings jsonb, truth text, sources jsonb, "falseFrom" date, "falseTo" date)),
  claims AS (INSERT INTO classify.claims (id, state, version) SELECT "claimId", 'draft', 1 FROM part)
  INSERT INTO classify.claim_versions (id, claim_id, number, topic, harm, wordings, truth, sources, false_from, false_to, drafted_by, import_id, import_place)
  SELECT "versionId", "claimId", 1, topic, harm, wordings, truth, sources, "falseFrom", "falseTo", $3, $2, place FROM part`;
