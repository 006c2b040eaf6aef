// Captures of the demo world: seconds, bytes and what was kept, one after the other and several at a time; `--beside DIR` runs the tools
// installed there (`npm install --prefix DIR @harvard-lil/scoop single-file-cli`) over the same pages; `--pause S` waits between two.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import yauzl from 'yauzl';
import { openCountedWorld } from './kit/counted-world.mjs';
import { watchMemory } from './kit/memory-of.mjs';
import { besides } from './kit/other-capturers.mjs';

const dist = join(import.meta.dirname, '..', 'dist/src/crawl/engine');
const round = (n, digits = 2) => Number(n.toFixed(digits));
const sorted = (list) => [...list].sort((a, b) => a - b);
const at = (list, part) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * part))];

export default async function capture({ n = 10, together = '1,2,4', beside = '', pause = 0 }) {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-bench-'));
  const world = await openCountedWorld(dir);
  const posts = world.table.posts.filter((p) => !p.situation && !p.video).slice(0, Number(n));
  const pages = posts.map((p) => ({ url: world.url(`/p/${p.id}`), text: p.text.normalize('NFC'), id: p.id }));
  try {
    // with a browser that stands ready, as a worker captures, and with one opened anew for each
    const tools = {
      lachan: ours(join(dir, 'ready'), world, { ready: 1 }),
      opened: ours(join(dir, 'opened'), world),
      ...(beside ? await besides(beside, dir, world) : {}),
    };
    const figures = { cores: cpus().length, node: process.version, pages: pages.length };
    for (const [name, tool] of Object.entries(tools)) figures[name] = await oneByOne(tool, pages, world, Number(pause));
    for (const [name, f] of Object.entries(figures))
      if (f.median && name !== 'lachan') f.timesOurs = round(f.median / figures.lachan.median);
    figures.steps = tools.lachan.steps();
    figures.together = {};
    for (const many of together.split(',').filter(Boolean).map(Number)) figures.together[many] = await atOnce(tools.lachan, pages, many);
    return figures;
  } finally {
    await (await import(join(dist, 'index.js'))).dropReady();
    await world.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

function ours(dir, world, as = {}) {
  let number = 0;
  const taken = [];
  return {
    async run({ url }, more = {}) {
      const { captureUrl } = await import(join(dist, 'index.js'));
      const r = await captureUrl({
        url,
        outDir: join(dir, `out-${++number}`),
        dataDir: join(dir, 'data'),
        allow: [world.host],
        ...as,
        ...more,
      });
      const { path, bytes } = r.files.find((f) => f.name === 'package') ?? { bytes: 0 };
      const { steps } = path ? JSON.parse(await read(path, 'provenance.json')) : { steps: [] };
      taken.push(steps);
      return { bytes, text: r.text, picture: r.files.some((f) => f.name === 'page'), complete: r.outcome === 'complete' };
    },
    /** median milliseconds of each step */
    steps: () =>
      Object.fromEntries(
        [...new Set(taken.flat().map((s) => s.step))].map((step) => [
          step,
          at(
            taken
              .flat()
              .filter((s) => s.step === step)
              .map((s) => s.milliseconds),
            0.5,
          ),
        ]),
      ),
  };
}

async function oneByOne(tool, pages, world, pause) {
  const runs = [];
  for (const page of pages) {
    await wait(pause * 1_000); // as posts come that are reported one by one: a browser stands ready again
    const [began, before] = [performance.now(), world.asked.length];
    const got = await tool.run(page).catch((error) => ({ fault: error.message, bytes: 0, text: '' }));
    const seconds = (performance.now() - began) / 1_000;
    const main = world.asked.slice(before).filter((a) => a === `GET ${new URL(page.url).pathname}`).length;
    runs.push({
      seconds,
      main,
      kept: got.text.normalize('NFC').replace(/\s+/g, ' ').includes(page.text.replace(/\s+/g, ' ').slice(0, 60)),
      ...got,
    });
  }
  return {
    median: round(
      at(
        runs.map((r) => r.seconds),
        0.5,
      ),
    ),
    p95: round(
      at(
        runs.map((r) => r.seconds),
        0.95,
      ),
    ),
    medianKilobytes: round(
      at(
        runs.map((r) => r.bytes),
        0.5,
      ) / 1_000,
      1,
    ),
    textKept: runs.filter((r) => r.kept).length,
    pictured: runs.filter((r) => r.picture).length,
    complete: runs.filter((r) => r.complete).length,
    mainDocumentAskedFor: at(
      runs.map((r) => r.main),
      0.5,
    ),
    faults: [...new Set(runs.flatMap((r) => (r.fault ? [r.fault.slice(0, 200)] : [])))],
  };
}

async function atOnce(tool, pages, many) {
  const waiting = [...pages, ...pages].slice(0, Math.max(pages.length, 3 * many));
  const [began, stop] = [performance.now(), watchMemory(process.pid)];
  let failed = 0;
  const total = waiting.length;
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) if (!(await tool.run(next, { ready: 1 })).complete) failed++;
  };
  await Promise.all(Array.from({ length: many }, lane));
  return { capturesAMinute: round(total / ((performance.now() - began) / 60_000), 1), notComplete: failed, mostMegabytes: stop() };
}

const read = (file, name) =>
  new Promise((done, fail) =>
    yauzl.open(file, { lazyEntries: true }, (error, zip) => {
      if (error) return fail(error);
      zip.on('entry', (entry) => {
        if (entry.fileName !== name) return zip.readEntry();
        zip.openReadStream(entry, async (fault, stream) => {
          if (fault) return fail(fault);
          const chunks = [];
          for await (const chunk of stream) chunks.push(chunk);
          zip.close();
          done(Buffer.concat(chunks).toString());
        });
      });
      zip.readEntry();
    }),
  );
