// A superuser tampers with a sealed log; our verifier and the independent one must both find it. And how fast a long log is verified.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { transpile } from '../scripts/transpile.mjs';

const root = join(import.meta.dirname, '..');
const INDEPENDENT = join(root, 'test', 'kit', 'independent-verifier.mjs');

export default async function prove([size = '100000']) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const code = mkdtempSync(join(root, '.cache', 'prove-'));
  const data = mkdtempSync(join(tmpdir(), 'lachan-prove-'));
  transpile(root, code, ['src', 'migrations', 'test/kit']);
  const load = (path) => import(join(code, path));
  const { startEmbedded } = await load('src/core/database/embedded/launcher.js');
  const { makeDatabase } = await load('src/core/database/embedded/logins.js');
  const { HeadKeeper } = await load('src/core/events/head-keeper.js');
  const { partsOf } = await load('src/core/events/seal.js');
  const { Sealer } = await load('src/core/events/sealer.js');
  const { verifyLog } = await load('src/core/events/verify-log.js');
  const { openDataSource } = await load('src/core/database/data-source.js');
  const { Db } = await load('src/core/database/db.js');
  const { TAMPERINGS } = await load('test/kit/tampering.js');
  const cluster = await startEmbedded(join(data, 'postgres'));
  const within = async (url, act) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await act(async (sql, values) => (await client.query(sql, values)).rows);
    } finally {
      await client.end();
    }
  };
  const admin = cluster.urls('postgres').owner;
  const fresh = async (name, events) => {
    await within(admin, (sql) => sql(`CREATE DATABASE ${name} TEMPLATE sealed_template`));
    const urls = cluster.urls(name);
    const heads = mkdtempSync(join(data, 'heads-'));
    const source = await openDataSource(urls.app, 2);
    const sealer = new Sealer(new Db(source));
    await within(urls.owner, async (sql) => {
      for (let done = 0; done < events; done += 1_000) {
        const batch = Array.from({ length: Math.min(1_000, events - done) }, (_, i) =>
          partsOf(
            {
              type: 'claim.retired',
              v: 1,
              public: { topic: `chu-de-${done + i}` },
              office: { claimId: `c${done + i}` },
              actor: null,
              subject: null,
            },
            { recordedAt: new Date(), officeAt: new Date() },
          ),
        );
        await sql(
          'INSERT INTO core.events (id, type, public_part, office_part) SELECT i, $4, p, o FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS x(i, p, o)',
          [batch.map((p) => p.id), batch.map((p) => p.publicPart), batch.map((p) => p.officePart), 'claim.retired'],
        );
      }
    });
    let last;
    for (let sealed = 1; sealed > 0;) ({ sealed, last } = await sealer.seal());
    await new HeadKeeper(heads).keep(last, true);
    await source.destroy();
    return { urls, heads };
  };
  const judge = async ({ urls, heads }) => {
    let at = Date.now();
    const own = await verifyLog(urls.reader, heads);
    const ownMs = Date.now() - at;
    at = Date.now();
    const other = JSON.parse(
      spawnSync(process.execPath, [INDEPENDENT, urls.reader, heads], { encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout,
    );
    return { own, other, ownMs, otherMs: Date.now() - at };
  };
  try {
    await makeDatabase(admin, 'sealed_template');
    const migrated = spawnSync(process.execPath, ['--no-warnings', join(code, 'src/processes/migrate.js')], {
      env: { ...process.env, DATABASE_OWNER_URL: cluster.urls('sealed_template').owner },
      encoding: 'utf8',
    });
    if (migrated.status !== 0) throw new Error(migrated.stderr);
    const rows = [];
    let holds = true;
    for (const [n, tampering] of TAMPERINGS.entries()) {
      const house = await fresh(`tampered_${n}`, 12);
      await within(house.urls.owner, (superuser) => tampering.act(superuser, house.heads));
      const { own, other } = await judge(house);
      const found = own.holds === false && other.holds === false && (own.seq === null ? other.seq === null : Number(own.seq) === other.seq);
      holds &&= found;
      rows.push([
        tampering.title,
        own.holds ? 'not found' : own.says,
        other.holds ? 'not found' : other.says,
        found ? 'found by both' : '**differs**',
      ]);
    }
    const long = await judge(await fresh('long_log', Number(size)));
    holds &&= long.own.holds && long.other.holds;
    return {
      title: 'Tampering with the log as a superuser',
      holds,
      says: 'Twelve sealed events with one signed head outside were tampered with in each of these ways; then a long log that nobody touched was verified.',
      tables: [
        { head: ['what was done', 'our verifier says', 'the independent verifier says', ''], rows },
        {
          head: ['a log of', 'ours', 'the independent one, its start included'],
          rows: [
            [
              `${size} events`,
              `${long.own.holds ? 'holds' : 'does not hold'} after ${long.ownMs} ms`,
              `${long.other.holds ? 'holds' : 'does not hold'} after ${long.otherMs} ms`,
            ],
          ],
        },
      ],
    };
  } finally {
    cluster.stop();
    for (const dir of [code, data]) rmSync(dir, { recursive: true, force: true });
  }
}
