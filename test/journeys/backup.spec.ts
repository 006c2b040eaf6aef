import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, HouseUnderTest } from '../kit/house.js';
import { until } from '../kit/until.js';

const BIN = join(import.meta.dirname, '..', '..', 'bin', 'lachan.mjs');
/** The report of the proof runs the same drill on a filled demo office. */
const FIGURES = process.env.BACKUP_FIGURES;
const DEMO = process.env.BACKUP_DEMO === '1';
const REPORTS = Number(process.env.BACKUP_REPORTS ?? 60);
/** of each of three citizens, between two reports */
const PAUSE_MS = FIGURES ? 50 : 150;
const TEXTS = Array.from({ length: 6 }, (_, n) => `Tin đồn thử nghiệm số ${n}: nước giếng làng Đông chữa được mọi bệnh.`);
interface Made {
  name: string;
  tables: number;
  rows: number;
  bytes: number;
  seconds: number;
  head: { seq: string };
  evidence: { objects: number; copied: number; bytesCopied: number };
}
interface Back {
  rows: number;
  seconds: number;
  evidenceRestored: number;
  held: number;
  verdict: { holds: boolean; sealedTo: string; heads: number };
}

describe('a drill: a busy house is backed up, lost, and comes back', () => {
  let house: HouseUnderTest;
  let dir: string;
  let elsewhere: string | undefined;
  const receipts: string[] = [];
  let [coming, reportsBefore] = [true, 0];
  let [first, second, back]: [Made?, Made?, Back?] = [];
  let citizens: Promise<void>[] = [];

  const lachan = (...args: string[]) =>
    new Promise<{ code: number | null; out: string; err: string }>((done) => {
      const child = spawn(process.execPath, ['--no-warnings', BIN, ...args], { env: { ...process.env, LACHAN_DATA: house.dataDir } });
      let [out, err] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      child.once('close', (code) => done({ code, out, err }));
    });
  const citizen = async (): Promise<void> => {
    for (let sent = 0; coming; sent++) {
      const body = JSON.stringify({ text: TEXTS[sent % TEXTS.length] });
      const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
      const answer = await fetch(house.url('/api/reports'), { method: 'POST', headers, body, signal: AbortSignal.timeout(20_000) });
      if (answer.status === 201) receipts.push(((await answer.json()) as { receipt: string }).receipt);
      await new Promise((r) => setTimeout(r, PAUSE_MS));
    }
  };
  const ask = async <T extends object>(sql: string): Promise<T[]> => {
    const { DATABASE_OWNER_URL } = JSON.parse(readFileSync(join(house.dataDir, 'house.json'), 'utf8')) as { DATABASE_OWNER_URL: string };
    const client = new pg.Client({ connectionString: DATABASE_OWNER_URL });
    await client.connect();
    return client.query<T>(sql).then(
      ({ rows }) => client.end().then(() => rows),
      (error: Error) => client.end().then(() => Promise.reject(error)),
    );
  };
  const whole = () => readdirSync(dir).filter((name) => name.endsWith('Z'));

  beforeAll(async () => {
    house = await HouseUnderTest.make({
      LIMIT_REPORTS_PER_MINUTE: '1000000',
      ...(DEMO ? { LACHAN_DEMO: 'on', WORLD_PORT: String(await freePort()) } : {}),
    });
    dir = mkdtempSync(join(tmpdir(), 'lachan sao lưu '));
    expect(await house.start()).toBe('open');
    elsewhere = /\(database: (.+)\)/.exec(house.output)?.[1];
    if (DEMO) await until(async () => (await ask('SELECT 1 FROM core.installation WHERE seeded_at IS NOT NULL')).length === 1, 240_000);
    citizens = [0, 1, 2].map(citizen);
    await until(() => Promise.resolve(receipts.length >= REPORTS), 120_000);
  }, 400_000);
  afterAll(async () => {
    coming = false;
    await Promise.all(citizens).catch(() => undefined);
    await house.end();
    if (FIGURES) appendFileSync(FIGURES, `${JSON.stringify({ first, second, back, reportsBefore, acknowledged: receipts.length })}\n`);
    house.remove();
    if (elsewhere) rmSync(elsewhere, { recursive: true, force: true });
    rmSync(dir, { recursive: true, force: true });
  }, 60_000);

  test('is backed up while reports come in; the next backup copies only what is new', async () => {
    await lachan('backup', dir, '--json').then(({ code, out, err }) => {
      expect([code, err]).toEqual([0, expect.stringContaining('core.events')]);
      first = JSON.parse(out) as Made;
    });
    const then = receipts.length;
    await until(() => Promise.resolve(receipts.length >= then + REPORTS / 4), 60_000);
    reportsBefore = receipts.length;
    const { code, out } = await lachan('backup', dir, '--json');
    second = JSON.parse(out) as Made;
    expect([code, whole()]).toEqual([0, [first!.name, second.name]]);
    expect(second.evidence.copied).toBeLessThan(first!.evidence.copied);
  }, 180_000);
  test('is not restored over a house that is open', async () => {
    const { code, err } = await lachan('restore', dir);
    expect([code, err.trim()]).toEqual([1, expect.stringMatching(/^Lá Chắn already runs on the data in .*\.$/)]);
  }, 30_000);
  test('comes back on an empty folder, verified to its end', async () => {
    coming = false;
    await Promise.all(citizens);
    await house.end();
    for (const lost of [house.dataDir, elsewhere]) if (lost) rmSync(lost, { recursive: true });
    expect(existsSync(house.dataDir)).toBe(false);
    const { code, out, err } = await lachan('restore', dir, '--json');
    expect([code, err]).toEqual([0, expect.stringContaining('Verifying the log')]);
    back = JSON.parse(out) as Back;
    expect(back.rows).toBe(second!.rows);
    expect(back.verdict.holds).toBe(true);
    expect(Number(back.verdict.sealedTo)).toBeGreaterThan(Number(second!.head.seq));
    expect(back.verdict.heads).toBeGreaterThan(0);
    expect(back.evidenceRestored).toBe(second!.evidence.objects);
  }, 180_000);
  test('opens again, answers every receipt that was given before the backup, takes new reports, and its log holds', async () => {
    expect(await house.start()).toBe('open');
    for (const code of receipts.slice(0, reportsBefore)) {
      const { status } = await fetch(house.url(`/receipt/${code}`));
      expect([code, status]).toEqual([code, 200]);
    }
    const known = receipts.length;
    coming = true;
    citizens = [citizen()];
    await until(() => Promise.resolve(receipts.length >= known + 10), 60_000);
    coming = false;
    await Promise.all(citizens);
    await until(async () => (await ask(`SELECT 1 FROM core.deliveries WHERE state = 'waiting' AND lane = 'quick'`)).length === 0, 120_000);
    const { code, out } = await lachan('audit', 'verify', '--json');
    expect([code, JSON.parse(out)]).toMatchObject([0, { holds: true }]);
    expect(statSync(join(house.dataDir, 'evidence')).isDirectory()).toBe(true);
  }, 240_000);
});
