// How soon the posts that are like one are found among a million fingerprints. The rows are laid into the database; their bits are even chance.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { openHouse } from './kit/house.mjs';

const EACH = 300;
const PER_POST = 5;
const FLIPPED = 24;
const post = (n) => `md5('p' || ${n})::uuid`;

const rowsOf = (rows) => [
  `INSERT INTO intake.posts (id) SELECT ${post('n')} FROM generate_series(0, ${Math.ceil(rows / PER_POST)}) n`,
  `INSERT INTO classify.fingerprints (post_id, kind, bits, keys, capture_id, part)
   SELECT ${post(`n / ${PER_POST}`)}, 'picture', bits, ARRAY(SELECT (i << 16) + substring(bits FROM i * 16 + 1 FOR 16)::int FROM generate_series(0, 7) i), ${post('n')}, 'picture-1'
   FROM generate_series(1, ${rows}) n, LATERAL (SELECT ('x' || md5('a' || n) || md5('b' || n))::bit(256) AS bits) x`,
  'VACUUM ANALYZE',
];

/** A picture that is like the `n`th, some bits changed as by an alteration. */
function altered(n) {
  const hex = ['a', 'b'].map((letter) => createHash('md5').update(`${letter}${n}`).digest('hex')).join('');
  const bits = [...hex].map((digit) => parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  const changed = [...bits];
  for (let i = 0; i < FLIPPED; i++) changed[(n * 31 + i * 97) % 256] = changed[(n * 31 + i * 97) % 256] === '1' ? '0' : '1';
  return changed.join('');
}

export default async function likeness({ rows = 1_000_000 }) {
  const { FingerprintRepository } = await import(join(import.meta.dirname, '..', 'dist/src/classify/likeness/fingerprint.repository.js'));
  const { printOf } = await import(join(import.meta.dirname, '..', 'dist/src/classify/likeness/picture-fingerprint.js'));
  const house = await openHouse({ LACHAN_DEMO: 'off' });
  const [word, at] = ['owner.secret', 'port'].map((f) => readFileSync(join(house.dataDir, 'postgres', f), 'utf8').trim());
  const client = new pg.Client({ connectionString: `postgres://lachan_owner:${word}@127.0.0.1:${at}/lachan` });
  try {
    const filling = performance.now();
    for (const sql of rowsOf(Number(rows))) await house.ask(sql);
    const filledInSeconds = Math.round((performance.now() - filling) / 1_000);
    await client.connect();
    const tx = { query: async (sql, values) => (await client.query(sql, values)).rows };
    const prints = new FingerprintRepository();
    const times = [];
    let found = 0;
    for (let i = 0; i < EACH; i++) {
      const n = 1 + ((i * 7_919) % rows);
      await client.query('BEGIN');
      const [{ id: postId }] = await tx.query('INSERT INTO intake.posts (id) VALUES (gen_random_uuid()) RETURNING id', []);
      const since = performance.now();
      const added = await prints.add(tx, { postId, captureId: postId, addressId: null }, [
        { ...printOf(altered(n), true), part: 'picture-1' },
      ]);
      found += (await prints.join(tx, postId, added)) > 0 ? 1 : 0;
      times.push(performance.now() - since);
      await client.query('ROLLBACK');
    }
    times.sort((a, b) => a - b);
    const [{ table, index }] = await house.ask(
      `SELECT pg_size_pretty(pg_relation_size('classify.fingerprints')) AS "table", pg_size_pretty(pg_relation_size('classify.fingerprints_keys')) AS index`,
    );
    const share = (of) => Math.round(times[Math.min(EACH - 1, Math.floor(EACH * of))]);
    return { rows: Number(rows), filledInSeconds, table, index, sought: EACH, found, p50: share(0.5), p95: share(0.95), worst: share(1) };
  } finally {
    await client.end();
    await house.close();
  }
}
