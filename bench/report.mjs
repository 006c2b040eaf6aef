// Reports a second over HTTP, whole transaction (post, address, report, receipt, event, deliveries), the server killed once in between.
// Afterwards a journal kept outside is compared with the database: nothing acknowledged is lost, nothing is doubled.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from './kit/house.mjs';

/** who is killed half-way: the process that serves, or it together with its reserve */
const VICTIMS = { serving: (pids) => [pids.reduce((a, b) => (startOf(b) < startOf(a) ? b : a))], both: (pids) => pids };
/** When a process began, in ticks since the machine did; ids begin anew at some number. */
const startOf = (pid) => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[19]);
const end = (pids) => pids.forEach((pid) => process.kill(pid, 'SIGKILL'));

export default async function report({ rate = 200, seconds = 600, peak = 400, peakSeconds = 30, posts = 5_000, kill = 'serving' }) {
  const house = await openHouse({ LACHAN_DEMO: 'off', LIMIT_REPORTS_PER_MINUTE: '10000000', CAPTURE_SLOTS: '0' });
  const dir = mkdtempSync(join(tmpdir(), 'lachan-journal-'));
  const journal = join(dir, 'journal.txt');
  const load = (options) =>
    new Promise((done, fail) => {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, 'kit/load.mjs'), JSON.stringify({ base: house.base, journal, posts: Number(posts), ...options })],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      let told = '';
      child.stdout.on('data', (chunk) => {
        told += chunk;
      });
      child.once('exit', (code) => (code === 0 ? done(JSON.parse(told)) : fail(new Error(`The load ended with ${code}`))));
    });
  try {
    const steady = load({ rate: Number(rate), seconds: Number(seconds), seed: 'steady' });
    const killer = kill in VICTIMS && setTimeout(() => end(VICTIMS[kill](house.pids('serve.js'))), (Number(seconds) * 1_000) / 2);
    const figures = { cores: cpus().length, node: process.version, steady: await steady };
    clearTimeout(killer);
    figures.peak = await load({ rate: Number(peak), seconds: Number(peakSeconds), seed: 'peak' });
    return { ...figures, ...(await compare(house, journal)) };
  } finally {
    await house.close();
    rmSync(dir, { recursive: true });
  }
}

async function compare(house, journal) {
  const receipts = readFileSync(journal, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[1]);
  const hashes = receipts.map((code) => createHash('sha256').update(code).digest());
  const [{ found }] = await house.ask('SELECT count(*)::int AS found FROM intake.receipts WHERE code_hash = ANY($1::bytea[])', [hashes]);
  const [{ reports, events, open }] = await house.ask(
    `SELECT (SELECT count(*)::int FROM intake.reports) AS reports, (SELECT count(*)::int FROM core.events WHERE type = 'report.received') AS events, (SELECT count(*)::int FROM intake.report_posts WHERE ended_at IS NULL) AS open`,
  );
  return {
    acknowledged: receipts.length,
    inDatabase: reports,
    lost: receipts.length - found,
    doubled: reports - new Set(receipts).size,
    eventsMissing: reports - events,
    linksMissing: reports - open,
  };
}
