// So many past posts laid into the database, made by a seed from the pairs of training/stance: one in a hundred is about the claim that is
// approved then. How soon the first of them is matched, how many are read in a second, how much memory the worker takes, and how long a
// report that comes in meanwhile waits for its match. With `--together N` so many claims are approved in one go.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openHouse } from './kit/house.mjs';
import { watchMemory } from './kit/memory-of.mjs';

const ROOT = join(import.meta.dirname, '..');
const CLI = join(ROOT, 'dist/src/cli/main.js');
const EVERY = 100;
const PATIENCE_MS = 3_600_000;
const pause = (ms) => new Promise((r) => setTimeout(r, ms));
const lines = (file) => readFileSync(join(ROOT, 'training/stance', file), 'utf8').trim().split('\n').map((l) => JSON.parse(l)); // prettier-ignore
const uuid = (text) =>
  createHash('md5')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Mulberry32: the same seed, the same posts. */
function dice(seed) {
  let a = seed >>> 0;
  return (sides) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * sides);
  };
}

/** Rows of the queue: a post is one to four posts of the pairs in a row, as people write on. */
function* rowsOf(count, seed, swept, others) {
  const throwDice = dice(seed);
  const began = Date.now();
  for (let n = 0; n < count; n++) {
    const about = n % EVERY === 0 ? [swept[throwDice(swept.length)]] : [];
    const parts = Array.from({ length: 1 + throwDice(3) }, () => others[throwDice(others.length)]);
    const text = `${[...about, ...parts].join(' ')} ${n}`.replace(/[\\\t\n\r]/g, ' ');
    const hash = createHash('sha256').update(text).digest('hex');
    yield `${uuid(`item ${n}`)}\t${uuid(`post ${n}`)}\t${text}\t${hash}\t${new Date(began - n * 60_000).toISOString()}\n`;
  }
}

const person = (house, name, roles) => {
  const args = ['--no-warnings', CLI, 'users', 'add', '--email', `${name}@bench.example`, '--name', name, '--roles', roles, '--json'];
  return JSON.parse(spawnSync(process.execPath, args, { env: { ...process.env, LACHAN_DATA: house.dataDir }, encoding: 'utf8' }).stdout);
};
async function caller(house, { email, password }) {
  const json = { 'content-type': 'application/json' };
  const answer = await fetch(`${house.base}/api/sign-in`, { method: 'POST', headers: json, body: JSON.stringify({ email, password }) });
  const cookie = answer.headers.getSetCookie()[0].split(';')[0];
  const { csrf } = await (await fetch(`${house.base}/api/me`, { headers: { cookie } })).json();
  return async (method, path, body) => {
    const sent = { method, headers: { ...json, cookie, 'x-csrf': csrf }, body: body && JSON.stringify(body) };
    const got = await fetch(house.base + path, sent);
    if (!got.ok) throw new Error(`${path} answered ${got.status} ${await got.text()}`);
    return got.status === 204 ? null : got.json();
  };
}

async function fill(house, { posts, seed, claims, pairs, staff }) {
  const [word, at] = ['owner.secret', 'port'].map((f) => readFileSync(join(house.dataDir, 'postgres', f), 'utf8').trim());
  const client = new pg.Client({ connectionString: `postgres://lachan_owner:${word}@127.0.0.1:${at}/lachan` });
  await client.connect();
  try {
    for (const [i, text] of claims.entries()) {
      const [claim, version] = [uuid(`claim ${i}`), uuid(`version ${i}`)];
      await client.query(`INSERT INTO classify.claims (id, state) VALUES ($1, 'draft')`, [claim]);
      await client.query(
        `INSERT INTO classify.claim_versions (id, claim_id, number, topic, harm, wordings, truth, sources, false_from, drafted_by) VALUES ($1, $2, 1, 'dien', 'low', $3, 'Không đúng', '[]', '2000-01-01', $4)`,
        [version, claim, JSON.stringify([{ language: 'vi', text }]), staff],
      );
      await client.query('INSERT INTO classify.claim_approvals (version_id, approved_by) VALUES ($1, $2)', [version, staff]);
      await client.query(`UPDATE classify.claims SET state = 'approved', current_version_id = $2 WHERE id = $1`, [claim, version]);
    }
    const others = pairs.filter((p) => p.claim !== claims.swept).map((p) => p.post);
    const swept = pairs.filter((p) => p.claim === claims.swept && p.stance !== 'unrelated').map((p) => p.post);
    const into = client.query(copyFrom('COPY classify.triage_items (id, post_id, text, text_sha256, received_at) FROM STDIN'));
    await pipeline(Readable.from(rowsOf(posts, seed, swept, others)), into);
    await client.query('VACUUM ANALYZE classify.triage_items');
  } finally {
    await client.end();
  }
}

/** A text that somebody sends in while the sweep runs: how long until it is matched. */
async function waitOf(house, text) {
  const sent = Date.now();
  const answer = await fetch(`${house.base}/api/reports`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text }) }); // prettier-ignore
  if (answer.status !== 201) throw new Error(`A report was answered with ${answer.status}`);
  for (; Date.now() - sent < 60_000; await pause(20)) {
    const [row] = await house.ask('SELECT 1 FROM classify.matches m JOIN classify.triage_items t ON t.id = m.item_id WHERE t.text = $1', [
      text,
    ]);
    if (row) return Date.now() - sent;
  }
  throw new Error('A report was not matched in a minute');
}

export default async function sweep({ posts = 200_000, seed = 7, together = 1 }) {
  const pairs = lines('pairs.jsonl').filter((p) => p.lang === 'vi');
  const known = [...new Set(pairs.map((p) => p.claim))];
  const approved = known.slice(0, Number(together));
  const claims = Object.assign(known.slice(Number(together)), { swept: approved[0] });
  const house = await openHouse({ LACHAN_DEMO: 'off', LIMIT_REPORTS_PER_MINUTE: '100000' });
  try {
    const people = ['inspector', 'chief'].map((role) => person(house, role, role));
    await house.ask('UPDATE core.accounts SET password_given = false');
    const [inspector, chief] = await Promise.all(people.map((p) => caller(house, p)));
    const began = Date.now();
    await fill(house, { posts: Number(posts), seed: Number(seed), claims, pairs, staff: people[0].staffId });
    const figures = { cores: cpus().length, node: process.version, posts: Number(posts), claims: known.length, together: approved.length, fillSeconds: Math.round((Date.now() - began) / 1_000) }; // prettier-ignore
    const drafted = [];
    for (const text of approved)
      drafted.push(
        await inspector('POST', '/api/claims', {
          ...{ topic: 'dien', harm: 'low', truth: 'Không đúng sự thật.', falseFrom: '2000-01-01' },
          wordings: [{ language: 'vi', text }],
          sources: [{ title: 'Sở Công Thương', url: 'https://so.example/1', date: '2026-11-01' }],
        }),
      );
    const memory = watchMemory(process.pid);
    for (const { versionId } of drafted) await chief('POST', `/api/claim-versions/${versionId}/approve`);
    const waits = [];
    const told = () => house.ask(`SELECT count(*) FILTER (WHERE state = 'done')::int AS done, sum(done)::int AS read FROM classify.sweeps`);
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(2_000)) {
      const [{ done }] = await told();
      if (done === approved.length) break;
      waits.push(await waitOf(house, `${approved[0]} Bà con chia sẻ gấp, lượt ${waits.length}`));
    }
    return { ...figures, ...(await measured(house)), memoryMegabytesOfAll: memory(), reportMatchedMs: spread(waits) };
  } finally {
    await house.close();
  }
}

async function measured(house) {
  const [row] = await house.ask(
    `SELECT max(extract(epoch FROM s.ended_at - s.started_at))::float8 AS seconds, max(s.items)::int AS items, sum(s.found)::int AS found,
       (SELECT extract(epoch FROM min((m.office ->> 'recordedAt')::timestamptz) FILTER (WHERE m.type = 'post.matched') - min((m.office ->> 'recordedAt')::timestamptz) FILTER (WHERE m.type = 'claim.approved'))::float8
        FROM core.events m WHERE m.type IN ('post.matched', 'claim.approved')) AS first
     FROM classify.sweeps s WHERE s.state = 'done'`,
  );
  return {
    seconds: Math.round(row.seconds),
    postsPerSecond: Math.round(row.items / row.seconds),
    found: row.found,
    firstMatchSeconds: row.first,
  };
}
const spread = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  return { n: sorted.length, p50: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1) };
};
