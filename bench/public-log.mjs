// A million sealed events laid into the database; the house counts them as their heads are signed. Then: how soon after the last event it is
// public, how fast the public pages answer, how long the whole download takes, how long an outsider needs to verify it and count every figure
// anew, and how long the office needs for that.
import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openHouse } from './kit/house.mjs';

const CHUNK = 20_000;
const CLI = join(import.meta.dirname, '..', 'dist', 'src', 'cli', 'main.js');
const hash = (...parts) => parts.reduce((h, part) => h.update(part), createHash('sha256')).digest();
const seconds = (since) => Math.round((performance.now() - since) / 10) / 100;
const sorted = (value) =>
  Array.isArray(value) || typeof value !== 'object' || value === null
    ? value
    : Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, sorted(value[key])]),
      );
const of = (list, n) => list[n % list.length];
const PLATFORMS = ['song-lo', 'any-page', 'facebook', 'tiktok', 'youtube', 'zalo'];
const TOPICS = ['y-te', 'thien-tai', 'nuoc-sach', 'dien', 'tai-chinh', 'lua-dao', 'giao-thong'];
const JUDGEMENTS = ['false-statement-of-fact', 'opinion', 'satire', 'question', 'cannot-be-verified'];

/** The life of a request takes forty events; the rest are reports, captures, judgements and cases, over three years. */
let act = null;
function publicOf(n) {
  const where = { platform: of(PLATFORMS, n >> 5), topic: of(TOPICS, n >> 6) };
  const asked = act && { ...act.where, act: act.id, item: act.item };
  switch (n % 40) {
    case 30:
      return ['case.opened', 1, where];
    case 31:
      return ['case.stepped', 1, { to: 'confirmed' }];
    case 32:
      act = { id: randomUUID(), item: randomUUID(), where };
      return ['takedown.sent', 2, { ...where, act: act.id, again: false, basis: 'nd147-24h', items: 1, kind: 'removal', way: 'email' }];
    case 34:
      if (asked) return ['item.replied', 2, { ...asked, reply: n % 3 ? 'removed-claimed' : 'refused' }];
      break;
    case 36:
      if (asked && n % 3) return ['item.verified-removed', 2, { ...asked, hours: 25 + (n % 70) }];
      break;
    case 38:
      if (asked && n % 11 === 0) return ['item.reappeared', 2, asked];
      break;
    default:
  }
  if (n % 5 === 1) return ['post.judged', 1, { ...where, judgement: of(JUDGEMENTS, n >> 3) }];
  if (n % 5 === 2) return ['capture.sealed', 1, { outcome: 'complete', platform: where.platform }];
  return ['report.received', 1, { channel: n % 9 ? 'web' : 'phone', kind: n % 7 ? 'link' : 'text' }];
}
function eventOf(n, total) {
  const [type, v, fields] = publicOf(n);
  const at = new Date(Date.UTC(2023, 10, 1) + Math.floor((n / total) * 3 * 365 * 86_400_000)).toISOString();
  const frame = { format: 'lachan-event/1', id: randomUUID(), officeAt: at, recordedAt: at, type, v };
  const office = { ...frame, actor: null, data: type === 'report.received' ? { joined: n % 3 === 0 } : {}, part: 'office', subject: null };
  const part = (value) => Buffer.from(JSON.stringify(sorted({ ...value, nonce: randomBytes(16).toString('base64url') })));
  return { id: frame.id, type, open: part({ ...fields, ...frame, part: 'public' }), closed: part(office) };
}

async function fill(house, total) {
  const [top] = await house.ask('SELECT seq, head FROM core.seals ORDER BY seq DESC LIMIT 1');
  let [seq, head] = [Number(top?.seq ?? 0), top?.head ?? Buffer.alloc(32)];
  await house.ask('ALTER TABLE core.events DISABLE TRIGGER await_seal');
  for (let from = 0; from < total; from += CHUNK) {
    const events = Array.from({ length: Math.min(CHUNK, total - from) }, (_, i) => eventOf(from + i, total));
    const seals = events.map(({ id, open, closed }) => {
      const number = Buffer.alloc(8);
      number.writeBigUInt64BE(BigInt(++seq));
      const digest = hash(hash(open), hash(closed));
      head = hash(number, head, digest);
      return [seq, id, digest, head];
    });
    const column = (rows, i) => rows.map((row) => row[i]);
    await house.ask(
      'INSERT INTO core.events (id, type, public_part, office_part) SELECT * FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::bytea[])',
      [events.map((e) => e.id), events.map((e) => e.type), events.map((e) => e.open), events.map((e) => e.closed)],
    );
    await house.ask(
      'INSERT INTO core.seals (seq, event_id, digest, head) SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[])',
      [column(seals, 0), column(seals, 1), column(seals, 2), column(seals, 3)],
    );
  }
  await house.ask('ALTER TABLE core.events ENABLE TRIGGER await_seal');
  await house.ask('ANALYZE core.events, core.seals');
  return seq;
}

/** So many callers at once for some seconds; from each answer its milliseconds. */
async function load(base, path, { callers = 16, forSeconds = 5 } = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const times = [];
  let [bytes, bad] = [0, 0];
  const one = () =>
    new Promise((done) => {
      const began = performance.now();
      request(`${base}${path}`, { agent, timeout: 30_000 }, (response) => {
        response.on('data', (chunk) => {
          bytes += chunk.length;
        });
        response.on('end', () => {
          if (response.statusCode !== 200) bad += 1;
          times.push(performance.now() - began);
          done();
        });
      })
        .on('error', () => {
          bad += 1;
          done();
        })
        .end();
    });
  const began = performance.now();
  const until = began + forSeconds * 1_000;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < until) await one();
    }),
  );
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share) => Math.round(times[Math.floor((times.length - 1) * share)] * 10) / 10;
  return {
    path,
    perSecond: Math.round(times.length / ((performance.now() - began) / 1_000)),
    p50: at(0.5),
    p99: at(0.99),
    bad,
    kilobytes: Math.round(bytes / times.length / 1_024),
  };
}
async function once(base, path) {
  const began = performance.now();
  await (await fetch(base + path)).text();
  return Math.round(performance.now() - began);
}
const lachan = (args, env = {}) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--no-warnings', CLI, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    child.stdout.on('data', (chunk) => {
      told += chunk;
    });
    child.once('exit', (code) => (code === 0 ? done(told) : fail(new Error(`lachan ${args.join(' ')} ended with ${code}: ${told}`))));
  });

export default async function publicLog({ events = 1_000_000 }) {
  const house = await openHouse({ LACHAN_DEMO: 'off' });
  const dir = mkdtempSync(join(tmpdir(), 'lachan-public-log-'));
  try {
    const figures = { cores: cpus().length, node: process.version, events: Number(events) };
    let began = performance.now();
    const sealed = await fill(house, Number(events));
    figures.fillSeconds = seconds(began);
    // one real event: the house seals it, signs the head, and what came before becomes public by it
    await fetch(`${house.base}/api/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Nghe nói ngày mai cúp nước' }),
    });
    const about = async () => (await fetch(`${house.base}/public-log/about.json`)).json();
    began = performance.now();
    while ((await about()).sealedTo <= sealed) await new Promise((r) => setTimeout(r, 250));
    figures.publicWithinSeconds = seconds(began);
    figures.firstPageMs = await once(house.base, '/statistics');
    figures.pages = [];
    for (const path of [
      '/statistics',
      '/statistics?month=2025-06',
      '/register',
      `/register?after=${Math.floor(sealed / 2)}`,
      '/register?kind=takedown&topic=dien&outcome=refused',
      '/open-data',
    ])
      figures.pages.push(await load(house.base, path));
    began = performance.now();
    await lachan(['public', 'download', house.base, dir]);
    figures.downloadSeconds = seconds(began);
    figures.downloadMegabytes = Math.round(readdirSync(dir).reduce((n, name) => n + statSync(join(dir, name)).size, 0) / 1e6);
    began = performance.now();
    const told = JSON.parse(await lachan(['public', 'verify', dir, '--against', house.base, '--json']));
    figures.verifySeconds = seconds(began);
    figures.verified = {
      holds: told.holds,
      sealedTo: told.sealedTo,
      figures: told.statistics.length,
      differ: told.differ.length,
      acts: told.acts,
    };
    began = performance.now();
    figures.recount = JSON.parse(await lachan(['public', 'recount', '--json'], { LACHAN_DATA: house.dataDir }));
    figures.recountSeconds = seconds(began);
    return figures;
  } finally {
    await house.close();
    rmSync(dir, { recursive: true });
  }
}
