// From a citizen's report to the match on the queue, part by part, for plain posts of the demo world: one after the other, then several at a time.
// Moments are those of the log, of the deliveries and of each package's provenance; all on this machine's one clock.
import { readFileSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import yauzl from 'yauzl';
import { freePort, openHouse } from './kit/house.mjs';

const ROOT = join(import.meta.dirname, '..');
const pause = (ms) => new Promise((r) => setTimeout(r, ms));
const PATIENCE_MS = 400_000;

export default async function pipeline({ n = 30, together = 4, slots = 2 }) {
  const worldPort = await freePort();
  const house = await openHouse({
    LACHAN_DEMO: 'on',
    WORLD_PORT: String(worldPort),
    LIMIT_REPORTS_PER_MINUTE: '100000',
    CAPTURE_SLOTS: String(slots),
  });
  try {
    await filled(house);
    const posts = await plainPosts(house, Number(n));
    const figures = { cores: cpus().length, node: process.version, posts: posts.length, slots: Number(slots) };
    figures.oneAfterTheOther = await round(house, worldPort, posts, 1);
    await forget(house);
    figures.together = { at: Number(together), ...(await round(house, worldPort, posts, Number(together))) };
    return figures;
  } finally {
    await house.close();
  }
}

async function filled(house) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(1_000)) {
    const [{ done }] = await house.ask(
      `SELECT (SELECT seeded_at IS NOT NULL FROM core.installation) AND NOT EXISTS (SELECT 1 FROM core.deliveries WHERE state = 'waiting') AS done`,
    );
    if (done) return;
  }
  throw new Error('The demo office was not filled in time');
}

/** Posts that can be seen, without a film; those that nobody reported first. */
async function plainPosts(house, n) {
  const { posts } = parse(readFileSync(join(ROOT, 'config/demo/world.yaml'), 'utf8'));
  const known = new Set((await house.ask('SELECT url FROM intake.addresses WHERE url IS NOT NULL')).map((a) => a.url.split('/').pop()));
  return posts
    .filter((p) => !p.video && !p.situation)
    .map((p) => p.id)
    .filter((id) => !known.has(id))
    .slice(0, n);
}

/** As if a day had passed: a report orders a capture of its post again. */
const forget = (house) => house.ask(`UPDATE crawl.captures SET ordered_at = ordered_at - interval '2 days'`);

async function round(house, worldPort, posts, together) {
  const waiting = [...posts];
  const runs = [];
  const began = Date.now();
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let id = waiting.shift(); id; id = waiting.shift()) runs.push(await one(house, `http://world.localhost:${worldPort}/p/${id}`));
    }),
  );
  const parts = Object.keys(runs[0]).map((part) => [part, spread(runs.map((r) => r[part]))]);
  return { n: runs.length, seconds: (Date.now() - began) / 1_000, milliseconds: Object.fromEntries(parts) };
}

async function one(house, url) {
  const sent = Date.now();
  const answer = await fetch(`${house.base}/api/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url }),
  });
  if (answer.status !== 201) throw new Error(`The report of ${url} was answered with ${answer.status}`);
  for (const until = Date.now() + 120_000; Date.now() < until; await pause(150)) {
    const [row] = await house.ask(MOMENTS, [url, new Date(sent)]);
    if (row) return partsOf(sent, row, await provenance(house, row.package), statSync(pathOf(house, row.package)).mtimeMs);
  }
  throw new Error(`${url} was not matched in time`);
}

const MOMENTS = `
  SELECT c.id, p.sha256 AS package, r.at AS received, o.at AS ordered, d.rung_at AS rung, c.started_at AS started, c.ended_at AS ended, s.at AS sealed, m.done_at AS matched
  FROM crawl.captures c
  JOIN crawl.capture_parts p ON p.capture_id = c.id AND p.name = 'package'
  JOIN LATERAL (SELECT id, (office ->> 'recordedAt')::timestamptz AS at FROM core.events WHERE type = 'capture.ordered' AND office #>> '{data,captureId}' = c.id::text) o ON true
  JOIN LATERAL (SELECT id, (office ->> 'recordedAt')::timestamptz AS at FROM core.events WHERE type = 'capture.sealed' AND office #>> '{data,captureId}' = c.id::text) s ON true
  JOIN LATERAL (SELECT (office ->> 'recordedAt')::timestamptz AS at FROM core.events WHERE type = 'report.received' AND office #>> '{data,addressId}' = c.address_id::text ORDER BY position DESC LIMIT 1) r ON true
  JOIN core.deliveries d ON d.event_id = o.id AND d.handler = 'CaptureHandler'
  JOIN core.deliveries m ON m.event_id = s.id AND m.handler = 'MatchCapture' AND m.state = 'done'
  WHERE c.url = $1 AND o.at >= $2`;

function partsOf(sent, row, { steps }, stored) {
  const step = (name) => steps.find((s) => s.step === name)?.milliseconds ?? 0;
  const at = (name) => row[name].getTime();
  const read = ['open', 'settle', 'read'].reduce((sum, name) => sum + step(name), step('launch'));
  return {
    'request → report committed': at('received') - sent,
    'report committed → capture ordered': at('ordered') - at('received'),
    'ordered → rung': at('rung') - at('ordered'),
    'rung → leased, process up': at('started') - at('rung'),
    'process up → browser launched': step('launch'),
    'launched → answer begins': step('open'),
    'answer → page quiet': step('settle'),
    'quiet → post read': step('read'),
    'read → pictures, document, media kept': at('ended') - at('started') - read,
    'handed over → packed and stored': stored - at('ended'),
    'stored → sealed': at('sealed') - stored,
    'sealed → matched on the queue': at('matched') - at('sealed'),
    'report → matched on the queue': at('matched') - sent,
  };
}

const pathOf = (house, sha256) => join(house.dataDir, 'evidence', sha256.slice(0, 2), sha256);
const provenance = (house, sha256) =>
  new Promise((done, fail) =>
    yauzl.open(pathOf(house, sha256), { lazyEntries: true }, (error, zip) => {
      if (error) return fail(error);
      zip.on('error', fail).on('entry', (entry) => {
        if (entry.fileName !== 'provenance.json') return zip.readEntry();
        zip.openReadStream(entry, async (failed, stream) => {
          if (failed) return fail(failed);
          const chunks = [];
          for await (const chunk of stream) chunks.push(chunk);
          zip.close();
          done(JSON.parse(Buffer.concat(chunks).toString()));
        });
      });
      zip.readEntry();
    }),
  );

function spread(values) {
  const sorted = values.map(Math.round).sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { median: at(0.5), p95: at(0.95), max: sorted.at(-1) };
}
