// Films of ninety megabytes, whole and in pieces: what the capture process and its worker hold in memory meanwhile, beside a small one.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transpile } from '../scripts/transpile.mjs';

const root = join(import.meta.dirname, '..');
const MEGABYTE = 1_048_576;
const MOST_GROWTH = 64; // megabytes beside the small film
const CARD = readFileSync(join(root, 'test/fixtures/media/ts-1.mpegts'));
const EMPTY = Buffer.concat([Buffer.from([0x47, 0x1f, 0xff, 0x10]), Buffer.alloc(184, 0xff)]);
const post = (film) =>
  `<!doctype html><meta charset="utf-8"><title>Phim</title><article data-post="1"><a class="author">Nguyễn Thử</a><div class="text">Phim dài</div><video muted preload="auto" src="${film}"></video></article>`;

/** A film that plays, made long by an element that players skip. */
function longFilm(bytes) {
  const short = readFileSync(join(root, 'src/demo/world/media/dap-nuoc.webm'));
  const padding = Buffer.alloc(Math.max(16, bytes - short.length), 0x20);
  padding.writeUInt16BE(0xec01, 0);
  padding[2] = 0;
  padding.writeUIntBE(padding.length - 9, 3, 6);
  return Buffer.concat([short, padding]);
}
const segment = (bytes) =>
  Buffer.concat([CARD, ...Array.from({ length: Math.max(0, Math.floor((bytes - CARD.length) / 188)) }, () => EMPTY)]);

function serve(films) {
  const server = createServer((q, r) => {
    const [, kind, size, n] = /^\/(\w+)-(\d+)(?:\/(\d+)\.ts)?$/.exec(q.url) ?? [];
    const film = films[size];
    if (q.url.startsWith('/p/')) return void r.setHeader('content-type', 'text/html').end(post(q.url.slice(2)));
    if (kind === 'file') return ranged(film.whole, 'video/webm', q, r);
    if (kind === 'pieces' && n === undefined)
      return void r
        .setHeader('content-type', 'application/vnd.apple.mpegurl')
        .end(
          `#EXTM3U\n#EXT-X-TARGETDURATION:2\n${Array.from({ length: film.pieces }, (_, i) => `#EXTINF:2,\n${q.url}/${i}.ts\n`).join('')}#EXT-X-ENDLIST\n`,
        );
    if (kind === 'pieces') return void r.setHeader('content-type', 'video/mp2t').end(film.piece);
    r.writeHead(404).end();
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}
function ranged(bytes, type, q, r) {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(q.headers.range ?? '') ?? [];
  r.setHeader('content-type', type).setHeader('accept-ranges', 'bytes');
  if (from === undefined) return void r.end(bytes);
  const last = Math.min(to ? Number(to) : Infinity, bytes.length - 1);
  r.writeHead(206, { 'content-range': `bytes ${from}-${last}/${bytes.length}`, 'content-length': last - Number(from) + 1 });
  r.end(bytes.subarray(Number(from), last + 1));
}

const field = (pid, name) => {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
};
const ofCapture = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('engine/main.js');
  } catch {
    return false;
  }
};

/** One capture in a worker of its own, and the most that each held. */
async function capture(code, dir, url, host, size) {
  const { spawn } = await import('node:child_process');
  const out = join(dir, `out-${url.replace(/\W+/g, '-')}`);
  const program = join(dir, 'worker.mjs');
  writeFileSync(
    program,
    `const { captureUrl } = await import(${JSON.stringify(join(code, 'src/crawl/engine/index.js'))});
     const r = await captureUrl({ url: process.argv[2], outDir: process.argv[3], dataDir: process.argv[4], allow: [process.argv[5]] });
     console.log(JSON.stringify({ outcome: r.outcome, missing: r.missing, film: r.files.find((f) => f.name === 'video-1')?.bytes ?? 0 }));
     process.exit(0);`,
  );
  const worker = spawn(process.execPath, ['--no-warnings', program, url, out, join(dir, 'data'), host], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let [said, peakWorker, peakCapture] = ['', 0, 0];
  worker.stdout.on('data', (chunk) => (said += chunk));
  const began = Date.now();
  const watch = setInterval(() => {
    peakWorker = Math.max(peakWorker, field(worker.pid, 'VmHWM'));
    for (const pid of readdirSync('/proc').filter((p) => /^\d+$/.test(p)))
      if (field(pid, 'PPid') * 1_024 === worker.pid && ofCapture(pid)) peakCapture = Math.max(peakCapture, field(pid, 'VmHWM'));
  }, 100);
  await new Promise((r) => worker.once('exit', r));
  clearInterval(watch);
  rmSync(out, { recursive: true, force: true });
  return { size, seconds: (Date.now() - began) / 1_000, peakWorker, peakCapture, ...JSON.parse(said) };
}

export default async function prove() {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const code = mkdtempSync(join(root, '.cache', 'prove-'));
  const dir = mkdtempSync(join(tmpdir(), 'lachan-films-'));
  transpile(root, code, ['src']);
  const films = Object.fromEntries(
    [1, 90].map((size) => [size, { whole: longFilm(size * MEGABYTE), piece: segment(2 * MEGABYTE), pieces: Math.max(1, size / 2) }]),
  );
  const server = await serve(films);
  const host = `world.localhost:${server.address().port}`;
  const runs = [];
  try {
    for (const kind of ['file', 'pieces'])
      for (const size of [1, 90]) runs.push({ kind, ...(await capture(code, dir, `http://${host}/p/${kind}-${size}`, host, size)) });
  } finally {
    server.closeAllConnections();
    server.close();
    for (const made of [dir, code]) rmSync(made, { recursive: true, force: true });
  }
  const grown = (kind, part) =>
    runs.find((r) => r.kind === kind && r.size === 90)[part] - runs.find((r) => r.kind === kind && r.size === 1)[part];
  const growths = ['file', 'pieces'].flatMap((kind) => ['peakCapture', 'peakWorker'].map((part) => grown(kind, part)));
  const whole = runs.every((r) => r.outcome === 'complete' && r.film >= r.size * MEGABYTE * 0.98);
  return {
    title: 'Big films and memory',
    holds: whole && growths.every((g) => g < MOST_GROWTH),
    says: `A film of 90 MB costs at most ${Math.round(Math.max(...growths))} MB of memory more than one of 1 MB, in the capture process and in its worker (bound: ${MOST_GROWTH} MB).`,
    tables: [
      {
        head: ['film', 'MB', 'outcome', 'film kept, bytes', 'capture process, most MB', 'worker, most MB', 'seconds'],
        rows: runs.map((r) => [
          r.kind,
          r.size,
          [r.outcome, ...r.missing].join(': '),
          r.film,
          Math.round(r.peakCapture),
          Math.round(r.peakWorker),
          r.seconds.toFixed(1),
        ]),
      },
    ],
  };
}
