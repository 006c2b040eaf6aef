import { Injectable } from '@nestjs/common';
import { PREPARED } from '../core/database/preparing-client.js';
import type { Tx } from '../core/database/db.js';
import { outcomeOf, type Act, type Acts, type Sealed } from './figures/acts.js';
import type { Cell, Cells } from './figures/count.js';
import type { PublicPart } from './figures/public-part.js';

export interface Counted {
  seq: number;
  definition: string;
}
export interface SealedEvent extends Sealed {
  office: Record<string, unknown>;
}
const ACT = `act, seq::int8::text AS seq, kind, day::text, platform, topic, basis, asked, "end", provision, subject, amount::float8 AS amount, state, changed_day::text AS "changedDay", items`;
const CELL = 'figure, month, by, value::text, count::text, sum::text';
type CellRow = Record<'figure' | 'month' | 'count' | 'sum', string> & { by: Cell['by']; value: string | null };
const cellOf = (r: CellRow): Cell => ({
  ...r,
  value: r.value === null ? null : Number(r.value),
  count: Number(r.count),
  sum: Number(r.sum),
});

/** What was counted of the log, as rows. */
@Injectable()
export class StatisticsRepository {
  /** How far it was counted, locked; null while another counts. */
  async take(tx: Tx): Promise<Counted | null> {
    const [row] = await tx.query<{ seq: string; definition: string }[]>(
      'SELECT seq::text, definition FROM publication.counted FOR UPDATE SKIP LOCKED',
    );
    return row ? { seq: Number(row.seq), definition: row.definition } : null;
  }
  async save(tx: Tx, { seq, definition }: Counted, officeAt: string | null): Promise<void> {
    await tx.query('UPDATE publication.counted SET seq = $1, definition = $2, office_at = coalesce($3, office_at)', [
      seq,
      definition,
      officeAt,
    ]);
  }
  async stands(tx: Tx): Promise<{ seq: number; revision: number }> {
    const [{ seq, revision }] = await tx.query<{ seq: string; revision: number }[]>('SELECT seq::text, revision FROM publication.counted');
    return { seq: Number(seq), revision };
  }
  async clear(tx: Tx): Promise<void> {
    await tx.query('DELETE FROM publication.cells');
    await tx.query('DELETE FROM publication.acts');
    await tx.query('UPDATE publication.counted SET revision = revision + 1');
  }

  /** Events in the order of the log; of those of some types with what the office alone knows. */
  async sealed(tx: Tx, after: number, to: number, limit: number, officeToo: readonly string[]): Promise<SealedEvent[]> {
    const rows = await tx.query<{ seq: string; part: string; office: Record<string, unknown> | null }[]>(
      `${PREPARED}SELECT s.seq::text, convert_from(e.public_part, 'UTF8') AS part, CASE WHEN e.type = ANY($4) THEN e.office -> 'data' END AS office FROM core.seals s JOIN core.events e ON e.id = s.event_id
       WHERE s.seq > $1 AND s.seq <= $2 ORDER BY s.seq LIMIT $3`,
      [after, to, limit, officeToo],
    );
    return rows.map(({ seq, part, office }) => ({ seq: Number(seq), part: JSON.parse(part) as PublicPart, office: office ?? {} }));
  }

  async acts(tx: Tx, ids: readonly string[]): Promise<Acts> {
    const rows = await tx.query<(Omit<Act, 'seq'> & { seq: string })[]>(
      `SELECT ${ACT} FROM publication.acts WHERE act = ANY($1::uuid[]) ORDER BY act`,
      [ids],
    );
    return new Map(rows.map((row) => [row.act, { ...row, seq: Number(row.seq) }]));
  }
  async saveActs(tx: Tx, acts: Acts): Promise<void> {
    const rows = [...acts.values()].map((a) => ({ ...a, ...renamed(a) }));
    await tx.query(
      `INSERT INTO publication.acts AS a (act, seq, kind, day, platform, topic, basis, asked, "end", provision, subject, amount, state, outcome, removed, changed_day, items)
       SELECT act, seq, kind, day, platform, topic, basis, asked, "end", provision, subject, amount, state, outcome, removed, "changedDay", items
       FROM jsonb_to_recordset($1::jsonb) AS x(act uuid, seq bigint, kind text, day date, platform text, topic text, basis text, asked int, "end" text, provision text, subject text, amount bigint, state text, outcome text, removed int, "changedDay" date, items jsonb)
       ON CONFLICT (act) DO UPDATE SET platform = excluded.platform, topic = excluded.topic, basis = excluded.basis, asked = excluded.asked, "end" = excluded."end", provision = excluded.provision, subject = excluded.subject, amount = excluded.amount, state = excluded.state, outcome = excluded.outcome, removed = excluded.removed, changed_day = excluded.changed_day, items = excluded.items`,
      [JSON.stringify(rows)],
    );
  }
  async addCells(tx: Tx, cells: Cells): Promise<void> {
    const rows = [...cells.values()].map((cell) => ({ ...cell, key: keyOf(cell) }));
    await tx.query(
      `INSERT INTO publication.cells AS c (figure, month, key, by, value, count, sum)
       SELECT figure, month, key, by, value, count, sum FROM jsonb_to_recordset($1::jsonb) AS x(figure text, month text, key text, by jsonb, value bigint, count bigint, sum bigint)
       ON CONFLICT (figure, month, key) DO UPDATE SET count = c.count + excluded.count, sum = c.sum + excluded.sum`,
      [JSON.stringify(rows)],
    );
  }
  /** Every row, as a text that is the same for the same row. */
  async everything(tx: Tx): Promise<Set<string>> {
    const rows = await tx.query<{ row: string }[]>(
      'SELECT to_jsonb(c)::text AS row FROM publication.cells c UNION ALL SELECT to_jsonb(a)::text FROM publication.acts a',
    );
    return new Set(rows.map(({ row }) => row));
  }
  async cells(tx: Tx): Promise<Cell[]> {
    return (await tx.query<CellRow[]>(`SELECT ${CELL} FROM publication.cells ORDER BY figure, month, key`)).map(cellOf);
  }
}

const renamed = (act: Act): { outcome: string; removed: number } => {
  const { state: outcome, removed } = outcomeOf(act);
  return { outcome, removed };
};
const keyOf = ({ by, value }: Cell): string => [value ?? '', ...Object.values(by)].join('\n');
