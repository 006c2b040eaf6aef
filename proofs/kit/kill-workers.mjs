// A house whose worker is killed in the middle of a capture: its supervisor starts another, and the order comes to one end.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openHouse } from '../../bench/kit/house.mjs';
import { transpile } from '../../scripts/transpile.mjs';
import { workersHold } from './kill-ends.mjs';
import { MOMENTS, momentOf } from './kill-moments.mjs';
import { leftBehind, settledOf } from './left-behind.mjs';

const root = join(import.meta.dirname, '..', '..');
const PATIENCE_MS = 150_000;

export async function workers(chosen) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const code = mkdtempSync(join(root, '.cache', 'prove-'));
  transpile(root, code, ['src', 'test/kit']);
  const { openSite } = await import(join(code, 'test/kit/site.js'));
  const { article } = await import(join(code, 'test/kit/hostile/situation.js'));
  const { verifyFile } = await import(join(root, 'dist/src/core/verification/node/verify-file.js'));
  const moments = chosen.length > 0 ? chosen.map((n) => MOMENTS[n]) : MOMENTS;
  const site = await openSite(
    Object.fromEntries(moments.map((m, n) => [`/p/kill-${n}`, (_, r) => void r.end(article(`${m.name} ${n}`, '<img src="/pixel.png">'))])),
  );
  const house = await openHouse({ LACHAN_DEMO: 'off', CAPTURE_ALLOW: site.host, LIMIT_REPORTS_PER_MINUTE: '1000', CAPTURE_SLOTS: '1' });
  const captures = join(house.dataDir, 'captures');
  const killed = [];
  const rows = [];
  try {
    for (const [n, moment] of moments.entries()) {
      const url = site.url(`/p/kill-${n}`);
      const reached = momentOf(captures, moment, 60);
      await fetch(`${house.base}/api/reports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ url }),
      });
      const name = await reached;
      const pids = house.pids('processes/worker.js');
      for (const pid of name ? pids : []) process.kill(pid, 'SIGKILL');
      killed.push(...pids);
      const began = Date.now();
      const end = await endOf(house, url);
      rows.push({
        moment: moment.name,
        atLast: moment.atLast === true,
        hit: name !== null,
        seconds: (Date.now() - began) / 1_000,
        ...end,
        ...(await packageOf(house, end.id, verifyFile)),
      });
      console.error(JSON.stringify(rows.at(-1)));
    }
    const left = await settledOf(() => litterOf(house, killed));
    const names = left.flatMap((l) => l.names);
    return {
      holds: workersHold(rows) && names.length === 0,
      says: `A worker was killed at ${rows.length} moments: ${rows.filter((r) => r.state === 'sealed').length} captures were sealed, ${rows.filter((r) => r.state === 'sealed' && r.attempts >= 2).length} of them by a further attempt, ${rows.filter((r) => r.state === 'failed').length} failed visibly; left afterwards: ${left.map((l) => `${l.names.length} ${l.what}`).join(', ')}.`,
      table: {
        head: ['killed when', 'hit', 'end', 'attempts', 'end events', 'packages', 'verifies', 'seconds until its end'],
        rows: rows.map((r) => [
          r.moment,
          r.hit ? 'yes' : '**no**',
          `${r.state}, ${r.outcome}`,
          r.attempts,
          r.ends,
          r.packages,
          r.verifies ? 'yes' : 'no',
          r.seconds.toFixed(1),
        ]),
      },
    };
  } finally {
    await house.close();
    site.close();
    rmSync(code, { recursive: true, force: true });
  }
}

async function endOf(house, url) {
  const path = new URL(url).pathname;
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(300)) {
    const [row] = await house
      .ask(
        `SELECT c.id, c.state, c.outcome, (SELECT max(d.attempts) FROM core.deliveries d JOIN core.events e ON e.id = d.event_id WHERE e.type = 'capture.ordered' AND e.office #>> '{data,captureId}' = c.id::text) AS attempts,
         (SELECT count(*)::int FROM core.events e WHERE e.type IN ('capture.sealed', 'capture.failed') AND e.office #>> '{data,captureId}' = c.id::text) AS ends
         FROM crawl.captures c WHERE c.url LIKE $1`,
        [`%${path}`],
      )
      .catch(() => []);
    if (row && row.state !== 'ordered') return row;
  }
  return { id: null, state: 'ordered', outcome: null, attempts: 0, ends: 0 };
}

async function packageOf(house, id, verifyFile) {
  const parts = await house.ask(`SELECT sha256 FROM crawl.capture_parts WHERE capture_id = $1 AND name = 'package'`, [id]);
  const verdicts = await Promise.all(parts.map(({ sha256 }) => verifyFile(join(house.dataDir, 'evidence', sha256.slice(0, 2), sha256))));
  return { packages: parts.length, verifies: verdicts.length > 0 && verdicts.every((verdict) => verdict.holds) };
}

function litterOf(house, killed) {
  const beside = (dir) =>
    existsIn(dir) ? readdirSync(dir, { recursive: true }).filter((f) => /\.(part|tmp)$|(^|\/)incoming\//.test(String(f))) : [];
  const all = killed.map((pid) => leftBehind(pid, []));
  const merged = all[0].map(({ what }, i) => ({ what, names: [...new Set(all.flatMap((one) => one[i].names))] }));
  return [
    ...merged,
    { what: 'folders of captures', names: existsIn(join(house.dataDir, 'captures')) ? readdirSync(join(house.dataDir, 'captures')) : [] },
    { what: 'half files in the store', names: beside(join(house.dataDir, 'evidence')) },
    { what: 'capture processes of no worker', names: orphans() },
  ];
}
const existsIn = (dir) => {
  try {
    readdirSync(dir);
    return true;
  } catch {
    return false;
  }
};
/** Capture processes of this tree whose parent is gone. */
function orphans() {
  return readdirSync('/proc')
    .filter((p) => /^\d+$/.test(p))
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return (
          line.includes(join(root, 'dist/src/crawl/engine/main.js')) &&
          readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1] === '1'
        );
      } catch {
        return false;
      }
    });
}
