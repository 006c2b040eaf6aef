// Captures of the demo world: seconds, bytes, what was kept and what was told apart, one after the other and several at a time.
// `--beside DIR` runs the tools installed there (`npm install --prefix DIR @harvard-lil/scoop single-file-cli`) over the same pages;
// `--pause S` waits between two.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openCountedWorld } from './kit/counted-world.mjs';
import { at, round } from './kit/figures.mjs';
import { watchMemory } from './kit/memory-of.mjs';
import { besides } from './kit/other-capturers.mjs';
import { dropReady, ours } from './kit/our-capturer.mjs';
import { resourcesOf } from './kit/page-resources.mjs';
import { openPlainPost } from './kit/plain-post.mjs';

/** what a page of each situation must be called; of one that is withheld in words that leave open why, no more than that a post is missing */
const CALLED = { removed: 'gone', gone: 'gone', withheld: 'partial', login: 'blocked', region: 'blocked' };

export default async function capture({ n = 10, together = '1,2,4', beside = '', pause = 0 }) {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-bench-'));
  const world = await openCountedWorld(dir);
  const plain = await openPlainPost();
  const page = (p) => ({ url: world.url(`/p/${p.id}`), text: p.text.normalize('NFC'), situation: p.situation });
  const posts = world.table.posts.filter((p) => !p.situation && !p.video).slice(0, Number(n));
  const apart = world.table.posts.filter((p) => CALLED[p.situation]).map(page);
  try {
    // with a browser that stands ready, as a worker captures, and with one opened anew for each
    const tools = {
      lachan: ours(join(dir, 'ready'), world.host, { ready: 1 }),
      opened: ours(join(dir, 'opened'), world.host),
      ...(beside ? await besides(beside, dir) : {}),
    };
    const figures = { cores: cpus().length, node: process.version, pages: posts.length };
    for (const [name, tool] of Object.entries(tools)) {
      figures[name] = { ...(await oneByOne(tool, posts.map(page), world, Number(pause))), toldApart: await toldApart(tool, apart) };
      if (name !== 'lachan') figures[name].timesOurs = round(figures[name].median / figures.lachan.median);
    }
    figures.steps = tools.lachan.steps();
    const { bytes } = await ours(join(dir, 'plain'), plain.host).run({ url: plain.url });
    figures.kilobytesOfAPlainPost = round(bytes / 1_000, 1);
    figures.together = {};
    for (const many of together.split(',').filter(Boolean).map(Number))
      figures.together[many] = await atOnce(tools.lachan, posts.map(page), many);
    return figures;
  } finally {
    await dropReady();
    plain.close();
    await world.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function oneByOne(tool, pages, world, pause) {
  const runs = [];
  for (const page of pages) {
    await wait(pause * 1_000); // as posts come that are reported one by one: a browser stands ready again
    const [began, before] = [performance.now(), world.asked.length];
    const got = await tool.run(page).catch((error) => ({ fault: error.message, bytes: 0, text: '', holds: () => false }));
    const seconds = (performance.now() - began) / 1_000;
    const asked = world.asked.slice(before);
    const given = await resourcesOf(asked, world.local);
    runs.push({
      ...got,
      seconds,
      main: asked.filter((a) => a === `GET ${new URL(page.url).pathname}`).length,
      kept: got.text.normalize('NFC').replace(/\s+/g, ' ').includes(page.text.replace(/\s+/g, ' ').slice(0, 60)),
      resources: given.length,
      whole: given.filter((r) => got.holds(r.body)).length,
    });
  }
  const of = (pick, share) => at(runs.map(pick), share);
  return {
    median: round(of((r) => r.seconds, 0.5)),
    p95: round(of((r) => r.seconds, 0.95)),
    medianKilobytes: round(of((r) => r.bytes, 0.5) / 1_000, 1),
    textKept: runs.filter((r) => r.kept).length,
    pictured: runs.filter((r) => r.picture).length,
    resourcesKeptToTheByte: `${runs.reduce((sum, r) => sum + r.whole, 0)} of ${runs.reduce((sum, r) => sum + r.resources, 0)}`,
    complete: runs.filter((r) => r.complete).length,
    mainDocumentAskedFor: of((r) => r.main, 0.5),
    faults: [...new Set(runs.flatMap((r) => (r.fault ? [r.fault.slice(0, 200)] : [])))],
  };
}

/** Pages that are gone or closed, called so. */
async function toldApart(tool, pages) {
  const called = [];
  for (const page of pages) called.push([page.situation, (await tool.run(page).catch(() => ({ verdict: 'failed' }))).verdict]);
  return {
    of: called.length,
    right: called.filter(([situation, as]) => CALLED[situation] === as).length,
    called: Object.fromEntries(called),
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
