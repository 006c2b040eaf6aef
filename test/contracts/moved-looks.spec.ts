import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { makeDatabase } from '../../src/core/database/embedded/logins.js';
import type { Urls } from '../../src/core/database/embedded/logins.js';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations');
const LAST_BEFORE = '1764000000700';
const NAME = `t_moved_${process.pid}`;
const ID = '00000000-0000-4000-8000-00000000000';

/** Brings a database to a version, as the owner of an older house did. */
async function migrateTo(url: string, last: string): Promise<void> {
  const files = readdirSync(MIGRATIONS).filter((f) => f.endsWith('.ts') && f.slice(0, 13) <= last);
  const classes = (await Promise.all(files.sort().map((f) => import(join(MIGRATIONS, f))))).flatMap((m) => Object.values(m as object));
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: classes as never,
    migrationsTableName: 'lachan_migrations',
    logging: false,
  });
  await source.initialize();
  await source.runMigrations({ transaction: 'each' }).finally(() => source.destroy());
}

describe('looks at parties that an older house noted apart', () => {
  const pattern = JSON.parse(process.env.TEST_CLUSTER_URLS ?? '{}') as Urls;
  const at = (database: string) => pattern.owner.replace(/DATABASE$/, database);
  let db: pg.Client;
  beforeAll(async () => {
    await makeDatabase(at('postgres'), NAME);
    await migrateTo(at(NAME), LAST_BEFORE);
    db = new pg.Client({ connectionString: at(NAME) });
    await db.connect();
  });
  afterAll(async () => {
    await db.end();
    const main = new pg.Client({ connectionString: at('postgres') });
    await main.connect();
    await main.query(`DROP DATABASE ${NAME} WITH (FORCE)`);
    await main.end();
  });

  test('stand in the one table after the move, under the id that the log knows and at true time', async () => {
    await db.query(`INSERT INTO core.staff (id, name) VALUES ('${ID}1', 'Người Xem')`);
    await db.query(`INSERT INTO cases.party_reads (id, party_id, read_by, reason, read_at)
      VALUES ('${ID}2', '${ID}3', '${ID}1', 'xem', now()), ('${ID}4', '${ID}3', '${ID}1', 'soạn giấy mời', '2031-01-01')`);
    const office = JSON.stringify({ recordedAt: '2026-11-20T03:00:00.000Z', subject: `${ID}5`, data: { readId: `${ID}4` } });
    await db.query(
      `INSERT INTO core.events (id, type, public_part, office_part) VALUES (gen_random_uuid(), 'party.read', '{}', convert_to($1, 'UTF8'))`,
      [office],
    );
    await migrateTo(at(NAME), '9999999999999');
    const { rows } = await db.query<{ id: string; read_at: Date }>(
      'SELECT id, kind, ref_id, reason, read_by, read_at, request_id FROM core.personal_data_reads ORDER BY id',
    );
    expect(rows).toMatchObject([
      { id: `${ID}2`, kind: 'party', ref_id: `${ID}3`, reason: 'xem', read_by: `${ID}1`, request_id: null },
      { id: `${ID}4`, reason: 'soạn giấy mời' },
    ]);
    expect(rows[1].read_at.toISOString()).toBe('2026-11-20T03:00:00.000Z');
    expect((await db.query(`SELECT to_regclass('cases.party_reads') AS old`)).rows).toEqual([{ old: null }]);
  });
});
