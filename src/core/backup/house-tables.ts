import type pg from 'pg';

export interface HouseTable {
  /** schema and name, quoted where PostgreSQL wants it */
  name: string;
  /** without those that PostgreSQL computes */
  columns: string[];
}
export interface Sequence {
  name: string;
  value: string;
  called: boolean;
}
/** All schemas are the house's own, but for the doorbell's, which may forget everything, and the one of the migrations' list. */
export const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema', 'public', 'queue') AND n.nspname NOT LIKE 'pg\\_%'`;

/** What may be forgotten, as who has a record open, is no part of a backup. */
export async function houseTables(client: pg.Client): Promise<HouseTable[]> {
  const { rows } = await client.query<HouseTable>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name,
       (SELECT array_agg(quote_ident(a.attname) ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')::text[] AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND ${OURS} ORDER BY 1`,
  );
  return rows;
}

/** Read after the snapshot began, a sequence stands at least where the snapshot's rows need it. */
export async function sequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'S' AND ${OURS} ORDER BY 1`,
  );
  const found: Sequence[] = [];
  for (const { name } of rows) {
    const {
      rows: [row],
    } = await client.query<Omit<Sequence, 'name'>>(`SELECT last_value::text AS value, is_called AS called FROM ${name}`);
    found.push({ name, ...row });
  }
  return found;
}

/** Tables that name bytes of the evidence store: by their SHA-256, with media type and size. */
export async function evidenceTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND ${OURS} AND (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped
       AND (a.attname, a.atttypid) IN (('sha256', 'text'::regtype), ('media_type', 'text'::regtype), ('bytes', 'bigint'::regtype))) = 3 ORDER BY 1`,
  );
  return rows.map((r) => r.name);
}

/** The migrations that this database has taken, in order; none: it has no schema yet. */
export async function migrationsTaken(client: pg.Client): Promise<string[]> {
  const {
    rows: [{ there }],
  } = await client.query<{ there: boolean }>(`SELECT to_regclass('lachan_migrations') IS NOT NULL AS there`);
  if (!there) return [];
  const { rows } = await client.query<{ name: string }>('SELECT name FROM lachan_migrations ORDER BY timestamp');
  return rows.map((r) => r.name);
}

/** All that holds rows in order: constraints, triggers with whether they fire, and who may do what. */
export async function lawOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT format('constraint %s on %s: %s', k.conname, k.conrelid::regclass, pg_get_constraintdef(k.oid)) AS line
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS}
     UNION ALL SELECT format('trigger %s on %s fires %s: %s', t.tgname, t.tgrelid::regclass, t.tgenabled, pg_get_triggerdef(t.oid))
       FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND ${OURS}
     UNION ALL SELECT format('rights on %s: %s %s', c.oid::regclass, c.relacl, (SELECT string_agg(a.attname || a.attacl::text, ' ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attacl IS NOT NULL))
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'S', 'v') AND ${OURS}
     ORDER BY 1`,
  );
  return rows.map((r) => r.line);
}
