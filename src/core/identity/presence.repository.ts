import { Injectable } from '@nestjs/common';
import { tellOffice, type Tx } from '../database/db.js';
import { liveTable } from '../live/live-table.js';
import { presenceKind, type OpenRecord } from '../live/rooms.js';
import { inForce } from './roles.repository.js';

/** A tab of a signed-in person. */
export interface Tab {
  tab: string;
  staffId: string;
  session: Buffer;
}
const FRESH = `p.seen_at > clock_timestamp() - make_interval(secs => ${liveTable.presence_seconds})`;

/**
 * SQL: who else has a record open, by name. `holds`: roles that may see it; `sees`: that this person does, by more than roles.
 * Whose session is over, or whose right fell away, is not there any more.
 */
export const openBy = (about: { kind: string; record: string; reader: string; roles: readonly string[]; sees: string }): string =>
  `(SELECT coalesce(json_agg(json_build_object('staffId', o.id, 'name', o.name) ORDER BY o.name, o.id), '[]') FROM (
     SELECT s.id, s.name FROM core.staff s WHERE s.id IN (
       SELECT p.staff_id FROM core.presence p JOIN core.sessions x ON x.token_hash = p.session AND x.expires_at > clock_timestamp()
       WHERE p.kind = '${about.kind}' AND p.record_id = ${about.record} AND ${FRESH} AND p.staff_id <> ${about.reader} AND ${about.sees}
         AND EXISTS (SELECT 1 FROM core.staff_roles r WHERE r.staff_id = p.staff_id AND ${inForce('r')}
           AND r.role IN (${about.roles.map((role) => `'${role}'`).join()})))
     ORDER BY s.name, s.id LIMIT ${liveTable.presence_names}) o)`;

/** Who has which record open. No evidence, not on the log: rows die a moment after their tab. */
@Injectable()
export class PresenceRepository {
  /** The tab has this record open, and no other. */
  async keep(tx: Tx, { tab, staffId, session }: Tab, { kind, id }: OpenRecord): Promise<void> {
    const [{ was }] = await tx.query<{ was: OpenRecord | null }[]>(
      `WITH was AS (SELECT p.kind, p.record_id AS id FROM core.presence p WHERE p.staff_id = $1 AND p.tab = $2 AND ${FRESH})
       INSERT INTO core.presence (staff_id, tab, session, kind, record_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (staff_id, tab) DO UPDATE SET session = EXCLUDED.session, kind = EXCLUDED.kind, record_id = EXCLUDED.record_id, seen_at = EXCLUDED.seen_at
       RETURNING (SELECT row_to_json(was) FROM was) AS was`,
      [staffId, tab, session, kind, id],
    );
    if (was?.kind === kind && was.id === id) return;
    if (was) tellOffice(tx, presenceKind(was));
    tellOffice(tx, presenceKind({ kind, id }));
    await tx.query(
      `DELETE FROM core.presence WHERE staff_id = $1 AND tab NOT IN (SELECT p.tab FROM core.presence p WHERE p.staff_id = $1 ORDER BY p.seen_at DESC LIMIT $2)`,
      [staffId, liveTable.presence_tabs],
    );
  }
  async drop(tx: Tx, { tab, staffId }: Omit<Tab, 'session'>): Promise<void> {
    this.tell(
      tx,
      await tx.query('DELETE FROM core.presence p WHERE p.staff_id = $1 AND p.tab = $2 RETURNING p.kind, p.record_id AS id', [
        staffId,
        tab,
      ]),
    );
  }
  /** Takes away what nothing is heard of any more, or whose session is over. */
  async sweep(tx: Tx): Promise<void> {
    this.tell(
      tx,
      await tx.query(
        `DELETE FROM core.presence p WHERE NOT (${FRESH}) OR NOT EXISTS (SELECT 1 FROM core.sessions x WHERE x.token_hash = p.session) RETURNING p.kind, p.record_id AS id`,
      ),
    );
  }
  /** Who has any of these open. */
  at(tx: Tx, records: OpenRecord[]): Promise<(OpenRecord & { staffId: string })[]> {
    return tx.query(
      `SELECT DISTINCT p.staff_id AS "staffId", p.kind, p.record_id AS id FROM core.presence p JOIN unnest($1::text[], $2::uuid[]) AS o (kind, id) ON o.kind = p.kind AND o.id = p.record_id WHERE ${FRESH}`,
      [records.map((r) => r.kind), records.map((r) => r.id)],
    );
  }
  private tell(tx: Tx, [gone]: [OpenRecord[], number]): void {
    for (const record of gone) tellOffice(tx, presenceKind(record));
  }
}
