import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../../src/core/backup/manifest.js';
import { openOffice, type Office } from '../kit/office.js';
import { until } from '../kit/until.js';
import { besideOffice, emptyMachine, report, sealAll, type EmptyMachine } from './backup-setup.js';

const ROWS = 100_000;
const MEBIBYTE = 2 ** 20;
/** Tells on stderr how much memory the process had at most. */
const WEIGHED = {
  NODE_OPTIONS: `--import data:text/javascript,process.on('exit',()=>process.stderr.write('most:'+process.resourceUsage().maxRSS+'k'))`,
};
const most = (err: string): number => Number(/most:(\d+)k/.exec(err)?.[1]) * 1024;

describe('a backup of 100,000 rows with a kilobyte each', () => {
  let office: Office;
  let dir: string;
  let house: EmptyMachine;
  let light: number;
  let bytes: number;
  const whole = () => readdirSync(dir).filter((name) => name.endsWith('Z'));
  const parts = () => readdirSync(dir).filter((name) => name.endsWith('.part'));
  beforeAll(async () => {
    office = await openOffice({ LIMIT_REPORTS_PER_MINUTE: '100000' });
    dir = mkdtempSync(join(tmpdir(), 'lachan sao lưu '));
    house = besideOffice(office, dir);
    const first = mkdtempSync(join(tmpdir(), 'lachan sao lưu '));
    light = most((await house.lachan(['backup', first], WEIGHED, { apart: true })).err);
    rmSync(first, { recursive: true });
    await office.database.owner(
      `INSERT INTO intake.reports (channel, kind, note)
       SELECT 'web', 'text', (SELECT string_agg(md5(i::text || j), '') FROM generate_series(1, 30) j) FROM generate_series(1, ${ROWS}) i`,
    );
    await report(office.guest(), 'Tin đầu tiên');
    await sealAll(office);
    [{ bytes }] = await office.database.owner<{ bytes: number }>('SELECT sum(length(note))::int AS bytes FROM intake.reports');
  }, 120_000);
  afterAll(async () => {
    await office.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('that is killed is no backup, and the next one clears it away', async () => {
    const written = () => parts().some((part) => existsSync(join(dir, part, 'tables', 'intake.reports.copy.gz')));
    const started = (child: ChildProcess) => void until(() => Promise.resolve(written()), 60_000).then(() => child.kill('SIGKILL'));
    const killed = await house.lachan(['backup', dir], {}, { started });
    expect([killed.code, whole(), parts().length]).toEqual([-1, [], 1]);
    const { code, err } = await house.lachan(['restore', '--check', dir]);
    expect([code, err.trim()]).toEqual([1, `There is no whole backup in ${dir}: one was begun and not finished, which is none`]);
  }, 90_000);
  test('streams: its memory does not grow with its rows, while reports come in', async () => {
    let coming = true;
    let sent = 0;
    const citizen = (async () => {
      while (coming) await report(office.guest(), `Tin thứ ${sent++} trong lúc sao lưu`);
    })();
    const said = await house.lachan(['backup', dir, '--json'], WEIGHED, { apart: true });
    coming = false;
    await citizen;
    expect([said.code, whole(), parts(), sent > 0]).toEqual([0, [said.json.name], [], true]);
    expect(readManifest(join(dir, whole()[0])).tables.find((t) => t.name === 'intake.reports')!.rows).toBeGreaterThanOrEqual(ROWS);
    expect(bytes).toBeGreaterThan(90 * MEBIBYTE);
    expect(light).toBeGreaterThan(20 * MEBIBYTE);
    expect(most(said.err) - light).toBeLessThan(bytes / 2);
  }, 90_000);
  test('is restored by a stream too, after a restore that was killed in the middle, of which no row remains', async () => {
    const machine = await emptyMachine();
    const started = (child: ChildProcess) =>
      void child.stderr!.on('data', (chunk: Buffer) => /intake\.addresses/.test(chunk.toString()) && child.kill('SIGKILL'));
    const killed = await machine.lachan(['restore', dir], {}, { started });
    expect([killed.code, killed.err]).toEqual([-1, expect.stringContaining('Filling the tables')]);
    expect(await machine.database.owner('SELECT 1 FROM core.events UNION ALL SELECT 1 FROM intake.addresses')).toEqual([]);
    const gone = () =>
      machine.database.owner(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'lachan restore' AND datname = current_database()`);
    await until(async () => (await gone()).length === 0);
    const { code, json, err } = await machine.lachan(['restore', dir, '--json'], WEIGHED, { apart: true });
    expect([code, json.verdict]).toEqual([0, expect.objectContaining({ holds: true })]);
    expect(Number((await machine.database.owner<{ n: string }>('SELECT count(*) AS n FROM intake.reports'))[0].n)).toBeGreaterThanOrEqual(
      ROWS,
    );
    expect(most(err) - light).toBeLessThan(bytes);
    await machine.remove();
  }, 90_000);
});
