// How fast posts find the claims that they share most with, among invented ones (kit/invented.mjs): `npm run bench -- index`.
// --claims 10000,200000 sets the sizes; --beside DIR also asks MiniSearch installed there, up to 10,000 claims.
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { at, round } from './kit/figures.mjs';
import { writer } from './kit/invented.mjs';
import { peers } from './matching/engines.mjs';

const built = (file) => import(join(import.meta.dirname, '..', 'dist', 'src', 'classify', file));
setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
const [POSTS, ROUNDS, BESIDE_MOST] = [1000, 3, 10_000];

export default async function bench({ claims = '10000,200000,1000000', beside } = {}) {
  const [{ ClaimIndex }, { match }, { matching }, { tokenise }, { readSnapshot, writeSnapshot }] = [
    await built('matching/claim-index.js'),
    await built('matching/match.js'),
    await built('matching/matching-table.js'),
    await built('text/tokens.js'),
    await built('matching/snapshot.adapter.js'),
  ];
  const { text, index: rules, common } = matching;
  const TOP = matching.score.candidates;
  const figures = {};
  for (const n of String(claims).split(',').map(Number)) figures[n] = await measured(n);
  console.table(Object.fromEntries(Object.entries(figures).map(([n, row]) => [n, { ...row, ...spread(row) }])));
  return { node: process.version, processor: cpus()[0]?.model, load: loadavg().map((l) => round(l, 2)), claims: figures };

  async function measured(n) {
    const write = writer(n);
    const kept = [];
    const all = n <= BESIDE_MOST && beside ? [] : null;
    let writing = 0;
    function* source() {
      for (let i = 0; i < n; i++) {
        const began = performance.now();
        const line = write.claim();
        const claim = { claimId: write.id(), versionId: write.id(), falseFrom: '2026-11-20', falseTo: null, wordings: [line] };
        if (i % Math.ceil(n / POSTS) === 0) kept.push(line);
        all?.push({ id: claim.claimId, text: line });
        writing += performance.now() - began;
        yield claim;
      }
    }
    const before = memory();
    const [index, ms] = timed(() => new ClaimIndex(source(), text, rules, common));
    const held = memory() - before;
    const [, reading] = timed(() => kept.forEach((line) => tokenise(line, text, () => true)));
    const posts = kept.map(write.post);
    const queries = posts.map((post) => index.query(tokenise(post, text, index.knows)));
    const first = kept.slice(0, 50).map((line, i) => {
      const claim = { claimId: `new ${i}`, versionId: '1', falseFrom: null, falseTo: null, wordings: [line] };
      return timed(() => {
        index.change({ put: [claim] });
        match({ text: line, date: null }, index, matching, { top: 5 });
      })[1];
    });
    return {
      'built in s': round((ms - writing) / 1000, 2),
      'of that reading words, about': round((reading / kept.length) * n * 1e-3, 2),
      MB: round(held, 1),
      ...(await asFile(index)),
      search: speedOf(queries, (query) => index.search(query, TOP)),
      match: speedOf(posts.slice(0, 300), (post) => match({ text: post, date: null }, index, matching, { top: 5 })),
      'added to first match ms': round(at(first, 0.5), 2),
      'two threads a second': Math.round(await together(2, index.share(), posts, TOP)),
      ...(all && { minisearch: beside && miniSearch(all, posts) }),
    };
  }
  /** Written, and how long other work waited meanwhile at most; read back, and asked once. */
  async function asFile(index) {
    const dir = mkdtempSync(join(tmpdir(), 'lachan-bench-'));
    const file = join(dir, 'claims.index');
    const wanted = { madeBy: 'bench' };
    const held = monitorEventLoopDelay({ resolution: 1 });
    held.enable();
    const began = performance.now();
    await writeSnapshot({ file, part: join(dir, 'part') }, { ...wanted, of: '1', flat: index.flat() });
    const written = performance.now();
    held.disable();
    const { flat } = await readSnapshot(file, wanted);
    new ClaimIndex([], text, rules, common, flat).query(tokenise('một tin', text));
    const opened = performance.now();
    const bytes = statSync(file).size;
    rmSync(dir, { recursive: true });
    return {
      'file MB': round(bytes / 2 ** 20, 1),
      'opened in s': round((opened - written) / 1000, 2),
      written: { s: round((written - began) / 1000, 2), 'held for ms': round(held.max / 1e6, 1) },
    };
  }
  function miniSearch(all, posts) {
    const [engine, ms] = timed(() => peers(beside).minisearch(all));
    const asked = posts.slice(0, 200).map((post) => ({ text: post }));
    return { 'built in s': round(ms / 1000, 2), ...speedOf(asked, (post) => engine.rank(post)) };
  }
}

/** So many threads ask the same memory at once. */
async function together(many, shared, posts, top) {
  const workers = Array.from(
    { length: many },
    () => new Worker(join(import.meta.dirname, 'kit', 'asking.mjs'), { workerData: { shared, posts, top, rounds: ROUNDS } }),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const rates = workers.map((worker) => once(worker, 'message'));
  for (const worker of workers) worker.postMessage('go');
  return (await Promise.all(rates)).reduce((sum, [rate]) => sum + rate, 0);
}
const spread = ({ search, match, written }) => ({
  written: `${written.s} s, held for ${written['held for ms']} ms`,
  search: `${search['a second']}/s, ${search['p50 ms']}, ${search['p99 ms']} ms`,
  match: `${match['a second']}/s, ${match['p50 ms']}, ${match['p99 ms']} ms`,
});
function timed(work) {
  const began = performance.now();
  const made = work();
  return [made, performance.now() - began];
}
function memory() {
  // memory that threads shared is let go of by the collection after the one that finds it unused
  gc();
  gc();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + Math.max(external, arrayBuffers)) / 2 ** 20;
}
/** Of several rounds the best, as others may use the machine; the first is not counted. */
function speedOf(asked, ask) {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => asked.map((one) => timed(() => ask(one))[1])).slice(1);
  const sum = (times) => times.reduce((a, b) => a + b, 0);
  const times = rounds.reduce((best, next) => (sum(next) < sum(best) ? next : best));
  return {
    'a second': Math.round((times.length / sum(times)) * 1000),
    'p50 ms': round(at(times, 0.5), 3),
    'p99 ms': round(at(times, 0.99), 3),
  };
}
