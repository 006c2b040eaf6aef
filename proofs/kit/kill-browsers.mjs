// Many captures, the browser of one in five killed at a moment of chance: each ends as one package that holds, or fails visibly.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transpile } from '../../scripts/transpile.mjs';
import { browsersHold } from './kill-ends.mjs';
import { leftBehind, settledOf } from './left-behind.mjs';

const root = join(import.meta.dirname, '..', '..');
const SHARE = 0.2; // of the browsers that are opened, so many are killed
const BOUND = 2_000; // megabytes: worker, capture processes and browsers together, two captures at a time
const said = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};
const pids = () => readdirSync('/proc').filter((p) => /^\d+$/.test(p));
const parentOf = (pid) => said(pid, 'stat').split(') ').at(-1)?.split(' ')[1];

/** All that descends from a process, and itself. */
function familyOf(pid) {
  const parents = new Map(pids().map((p) => [p, parentOf(p)]));
  const family = [String(pid)];
  for (let i = 0; i < family.length; i++) for (const [child, parent] of parents) if (parent === family[i]) family.push(child);
  return family;
}
/** Memory that belongs to them, shared pages counted once among their users. */
const megabytesOf = (all) => all.reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(said(pid, 'smaps_rollup'))?.[1] ?? 0) / 1_024, 0);

/** The browsers among these processes: their folder → pid. */
const browsersOf = (family) =>
  new Map(
    family.flatMap((pid) => {
      const line = said(pid, 'cmdline').replaceAll('\0', ' ');
      const home = line.includes('--type=') ? null : /--user-data-dir=(\S*?lachan-browser-[\w-]+)/.exec(line)?.[1];
      return home ? [[home, Number(pid)]] : [];
    }),
  );

export async function browsers(count) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const code = mkdtempSync(join(root, '.cache', 'prove-'));
  const dir = mkdtempSync(join(tmpdir(), 'lachan-kills-'));
  transpile(root, code, ['src', 'test/kit']);
  const { openSite } = await import(join(code, 'test/kit/site.js'));
  const site = await openSite();
  const program = join(dir, 'worker.mjs');
  writeFileSync(
    program,
    `import { rmSync } from 'node:fs';
     const { captureUrl, dropReady } = await import(${JSON.stringify(join(code, 'src/crawl/engine/index.js'))});
     const { verifyPackage } = await import(${JSON.stringify(join(code, 'src/crawl/engine/verify.js'))});
     let n = 0;
     const lane = async () => {
       for (let i = n++; i < ${count}; i = n++) {
         const outDir = ${JSON.stringify(dir)} + '/out-' + i;
         const r = await captureUrl({ url: ${JSON.stringify(site.url('/p/plain'))}, outDir, dataDir: ${JSON.stringify(join(dir, 'data'))}, allow: [${JSON.stringify(site.host)}], ready: 1 });
         const packs = r.files.filter((f) => f.name === 'package');
         const holds = packs.length === 1 && (await verifyPackage(packs[0].path)).holds;
         rmSync(outDir, { recursive: true, force: true });
         console.log(JSON.stringify({ i, outcome: r.outcome, packages: packs.length, holds, rule: r.ground.rule, missing: r.missing.length }));
       }
     };
     await Promise.all([lane(), lane()]);
     await dropReady();
     console.log('done');
     setInterval(() => {}, 1e6);`,
  );
  const worker = spawn(process.execPath, ['--no-warnings', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ends = [];
  let [told, done, most, killed] = ['', false, 0, 0];
  const samples = [];
  worker.stdout.on('data', (chunk) => {
    told += chunk;
    for (let at = told.indexOf('\n'); at >= 0; at = told.indexOf('\n')) {
      const line = told.slice(0, at);
      told = told.slice(at + 1);
      if (line === 'done') done = true;
      else ends.push(JSON.parse(line));
    }
  });
  const seen = new Set();
  const doomed = new Map(); // the folder of a browser → when it is killed
  try {
    for (let tick = 0; !done && worker.exitCode === null; tick++) {
      const family = familyOf(worker.pid);
      if (tick % 5 === 0) samples.push(megabytesOf(family));
      const open = browsersOf(family);
      for (const home of open.keys())
        if (!seen.has(home) && seen.add(home) && killed + doomed.size < SHARE * seen.size)
          doomed.set(home, Date.now() + Math.random() * 3_000);
      for (const [home, moment] of doomed) {
        if (open.has(home) && Date.now() < moment) continue;
        doomed.delete(home); // one that ended before its moment: the next is killed in its place
        if (open.has(home) && process.kill(open.get(home), 'SIGKILL')) killed++;
      }
      await new Promise((r) => setTimeout(r, 100));
    }
    most = Math.max(...samples);
    const left = await settledOf(() => leftBehind(worker.pid, [join(code, 'src/crawl')]));
    const [whole, failed] = [ends.filter((e) => e.outcome === 'complete' && e.holds), ends.filter((e) => e.outcome === 'failed')];
    const byEnd = new Map();
    for (const e of ends) byEnd.set(`${e.outcome}: ${e.rule}`, (byEnd.get(`${e.outcome}: ${e.rule}`) ?? 0) + 1);
    return {
      holds: browsersHold(ends, { count, killed }) && left.every((l) => l.names.length === 0) && most < BOUND,
      says: `${count} captures, two at a time, ${killed} of whose browsers were killed: ${whole.length} whole packages that hold, ${failed.length} visible failures, ${ends.length - whole.length - failed.length} packages of less. Left: ${left.map((l) => `${l.names.length} ${l.what}`).join(', ')}. Worker, capture processes and browsers held at most ${Math.round(most)} MB together (bound ${BOUND} MB), in the first tenth at most ${Math.round(Math.max(...samples.slice(0, Math.ceil(samples.length / 10))))} MB, in the last ${Math.round(Math.max(...samples.slice(-Math.ceil(samples.length / 10))))} MB.`,
      table: { head: ['end', 'captures'], rows: [...byEnd].sort((a, b) => b[1] - a[1]) },
    };
  } finally {
    worker.kill('SIGKILL');
    site.close();
    for (const made of [dir, code]) rmSync(made, { recursive: true, force: true });
  }
}
