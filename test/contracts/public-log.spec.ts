import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { CONFIG, type Config } from '../../src/core/config.js';
import type { PublicLine } from '../../src/core/events/public-chain.js';
import { openSigner } from '../../src/core/evidence/signing/package-signer.js';
import { fingerprintOf } from '../../src/core/evidence/package-keys.js';
import { FRAME } from '../../src/publication/figures/public-fields.js';
import type { Statistics } from '../../src/publication/statistics.view.js';
import { KeepStatistics } from '../../src/publication/index.js';
import { statisticsTable } from '../../src/publication/statistics-table.js';
import { verifyPublic } from '../../src/cli/public-verify.js';
import { lachanIn } from '../kit/command-line.js';
import { openOffice, type Office } from '../kit/office.js';
import { openMailServer } from './enforcement-setup.js';
import { append, publish, Story } from './public-log-setup.js';
import { TAMPERINGS } from './public-tampering.js';

const INDEPENDENT = join(import.meta.dirname, '..', 'kit', 'independent-public-verifier.mjs');
const { check } = (await import(INDEPENDENT)) as { check: (log: string, kept?: string) => { holds: boolean } };

describe('the public log', () => {
  let office: Office;
  let mail: Awaited<ReturnType<typeof openMailServer>>;
  let story: Story;
  let acts: Awaited<ReturnType<Story['everything']>>;
  const dir = mkdtempSync(join(tmpdir(), 'lachan công khai '));
  const log = join(dir, 'log');
  const lachan = (...args: string[]) => lachanIn(dir, ['public', ...args]);
  const text = async (path: string): Promise<string> => {
    const answer = await fetch(office.base + path);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  };
  const statistics = async () => (await office.guest().call('GET', '/api/statistics')).body as unknown as Statistics;
  const figure = async (name: string, by: Record<string, string> = {}) =>
    (await statistics()).lines.find((l) => l.figure === name && l.month === 'all' && JSON.stringify(l.by) === JSON.stringify(by));
  const count = async (name: string) =>
    (await statistics()).lines.filter((l) => l.figure === name && l.month === 'all').reduce((n, l) => n + l.count, 0);

  beforeAll(async () => {
    mail = await openMailServer();
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000', SMTP_URL: mail.url });
    expect(JSON.parse(await text('/public-log/about.json'))).toMatchObject({ sealedTo: 0, files: 0 });
    expect(await statistics()).toMatchObject({ asOf: { seq: 0 }, lines: [], breakdowns: [] });
    story = await Story.open(office);
    acts = await story.everything();
    expect((await lachan('download', office.base, log)).code).toBe(0);
  }, 120_000);
  afterAll(async () => {
    await office.close();
    await mail.close();
    rmSync(dir, { recursive: true });
    delete process.env.SMTP_URL;
  });

  test('holds every sealed event whole, of its office part the hash alone, and goes to the last signed head', async () => {
    const about = JSON.parse(await text('/public-log/about.json')) as { sealedTo: number; head: string };
    const lines = (await text('/public-log/000001.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as PublicLine);
    const rows = await office.database.owner<{ seq: string; public: string; office: string; head: string }>(
      `SELECT s.seq, convert_from(e.public_part, 'UTF8') AS public, encode(sha256(e.office_part), 'hex') AS office, encode(s.head, 'hex') AS head
       FROM core.seals s JOIN core.events e ON e.id = s.event_id ORDER BY s.seq`,
    );
    expect(lines.map((l) => ({ seq: String(l.seq), public: JSON.stringify(l.public), office: l.office, head: l.head }))).toEqual(rows);
    expect([about.sealedTo, about.head]).toEqual([lines.length, lines.at(-1)!.head]);
    await append(office, { type: 'clock.moved', v: 1, public: {}, office: { hours: 1 } });
    expect(JSON.parse(await text('/public-log/about.json'))).toMatchObject({ sealedTo: about.sealedTo });
  });
  test('lets an outsider recompute the chain and every figure, by the command and by a verifier that shares no code with it', async () => {
    const told = await lachan('verify', log, '--against', office.base, '--json');
    const { lines } = await statistics();
    expect(told.json).toMatchObject({ holds: true, differ: [], statistics: lines });
    expect([told.code, lines.length > 30]).toEqual([0, true]);
    expect((await lachan('verify', office.base)).out).toMatch(/holds to event \d+; \d+ signed heads agree/);
    const other = spawnSync(process.execPath, [INDEPENDENT, log], { encoding: 'utf8' });
    expect(JSON.parse(other.stdout)).toMatchObject({ holds: true, sealedTo: told.json.sealedTo, types: expect.any(Object) });
  });
  test('is verified by the very commands that the page of open data shows', async () => {
    const { publicUrl } = office.app.get<Config>(CONFIG);
    const shown = [...(await text('/open-data')).matchAll(/<code>npx lachan (public [^<]+)<\/code>/g)].map((m) => m[1]);
    expect(shown).toHaveLength(2);
    for (const command of shown) {
      const told = await lachanIn(dir, command.replaceAll(new URL(publicUrl).origin, office.base).split(' '));
      expect([command, told.code, told.err]).toEqual([command, 0, expect.not.stringContaining('Error')]);
    }
  });
  test('counts what was done, and what was taken back beside it', async () => {
    const by = { platform: 'mang', topic: 'y-te' };
    expect(await figure('takedowns-sent', by)).toMatchObject({ count: 2 });
    expect(await figure('links-asked', by)).toMatchObject({ count: 2, sum: 3 });
    expect(await figure('links-removed', by)).toMatchObject({ count: 1 });
    expect(await figure('hours-to-removal')).toMatchObject({ count: 1, median: 50 });
    expect(await count('links-refused')).toBe(1);
    expect(await count('takedowns-withdrawn')).toBe(1);
    expect([await count('cases-confirmed'), await count('cases-fallen')]).toEqual([3, 1]);
    expect([await count('corrections-published'), await count('corrections-changed'), await count('corrections-withdrawn')]).toEqual([
      3, 1, 1,
    ]);
    expect(await figure('reports-received', { channel: 'web', kind: 'link' })).toMatchObject({ count: 1 });
  });
  test.each(TAMPERINGS)('that was tampered with is found: $title', async ({ act, says }) => {
    const copy = join(dir, 'tampered');
    cpSync(log, copy, { recursive: true });
    act(copy);
    expect(await verifyPublic(copy, { kept: join(log, 'heads.jsonl') })).toMatchObject({ holds: false, says: expect.stringMatching(says) });
    expect(check(copy, log)).toMatchObject({ holds: false });
    rmSync(copy, { recursive: true });
  });
  test('whose published figure was altered shows which, and a recount mends it', async () => {
    await office.database.owner(`UPDATE publication.cells SET count = count + 3 WHERE figure = 'takedowns-sent'`);
    await office.database.owner('UPDATE publication.counted SET seq = seq - 1');
    await publish(office);
    expect((await lachan('download', office.base, log)).code).toBe(0);
    const told = await lachan('verify', log, '--against', office.base);
    expect([told.code, told.out]).toEqual([
      1,
      expect.stringMatching(/takedowns-sent all platform=mang topic=y-te: counted 2 .*published 5/),
    ]);
    const { urls } = office.database;
    const recount = () =>
      lachanIn(dir, ['public', 'recount', '--json'], {
        DATABASE_URL: urls.app,
        DATABASE_READER_URL: urls.reader,
        LACHAN_DATA: process.env.LACHAN_DATA,
      });
    expect(await count('takedowns-sent')).toBe(5);
    expect((await recount()).json.differed).toBeGreaterThan(0);
    expect(await count('takedowns-sent')).toBe(2);
    expect(await office.app.get(KeepStatistics).recount()).toMatchObject({ differed: 0 });
    await append(office, { type: 'clock.moved', v: 1, public: {}, office: { hours: 1 } });
    await publish(office);
    expect((await lachan('verify', office.base, '--against', office.base)).out).toContain('agree');
  });
  test('whose register was altered by the login of the app itself shows each act that differs, and a recount mends it', async () => {
    const app = new pg.Client({ connectionString: office.database.urls.app });
    await app.connect();
    await app.query(`UPDATE publication.acts SET asked = 9, outcome = 'annulled' WHERE act = $1`, [acts.taken]);
    await app.query('DELETE FROM publication.acts WHERE act = $1', [acts.correction]);
    await app.query(`UPDATE publication.acts SET act = gen_random_uuid() WHERE act = $1`, [acts.gone]);
    await app.end();
    const told = await lachan('verify', office.base, '--against', office.base);
    expect([told.code, told.out]).toEqual([
      1,
      expect.stringContaining(`act ${acts.taken}: counted asked 1, outcome withdrawn, published asked 9, outcome annulled\n`),
    ]);
    expect(told.out).toContain(`act ${acts.correction}: counted published, published none\n`);
    expect(told.out).toContain(`act ${acts.gone}: counted withdrawn, published none\n`);
    expect(told.out).toMatch(/act [0-9a-f-]{36}: counted none, published withdrawn\n/);
    const { json } = await lachan('verify', office.base, '--against', office.base, '--json');
    expect([json.holds, json.differ, (json.register as unknown as object[]).length]).toEqual([true, [], 4]);
    expect((await office.app.get(KeepStatistics).recount()).differed).toBeGreaterThan(0);
    const mended = await lachan('verify', office.base, '--against', office.base);
    expect([mended.code, mended.out]).toEqual([
      0,
      expect.stringMatching(/figures of event (\d+) and the register of event \1 with its 5 acts agree/),
    ]);
  });
  test('goes on after an interrupted download without fetching again what is there', async () => {
    const again = await lachan('download', office.base, log);
    expect([again.code, readFileSync(join(log, 'about.json'), 'utf8')]).toEqual([0, expect.stringContaining('"sealedTo"')]);
    expect((await lachan('verify', log)).code).toBe(0);
    expect((await lachan('download', 'http://127.0.0.1:9', join(dir, 'none'))).err).toMatch(/127\.0\.0\.1:9/);
  });
  test('tells by which keys packages of evidence were signed, from when to when, and gives each', async () => {
    type Keys = { keys: { fingerprint: string; from: string; to: string | null; file: string }[] };
    const published = async () => (JSON.parse(await text('/public-log/package-keys.json')) as Keys).keys;
    const keyDir = join(office.app.get<Config>(CONFIG).dataDir, 'keys');
    const made = () => fingerprintOf(openSigner(keyDir).publicKey);
    const first = made();
    expect(made()).toBe(first);
    appendFileSync(join(keyDir, 'packages.jsonl'), '{"fingerprint":"ab'); // cut off by a kill
    rmSync(join(keyDir, 'packages.pem'));
    const second = made();
    const keys = await published();
    expect(keys.map((k) => k.fingerprint).slice(0, 2)).toEqual([second, first]);
    expect([keys[0].to, keys[1].to, Date.parse(keys[1].from) <= Date.parse(keys[0].from)]).toEqual([null, keys[0].from, true]);
    for (const { fingerprint, file } of keys) expect(fingerprintOf(createPublicKey(await text(`/public-log/${file}`)))).toBe(fingerprint);
    expect((await fetch(`${office.base}/public-log/package-key-${'0'.repeat(64)}.pem`)).status).toBe(404);
    expect((await fetch(`${office.base}/public-log/packages.pem`)).status).toBe(404);
  });
  test('answers for files that there are, and keeps a full one for ever', async () => {
    const head = async (path: string) => {
      const { status, headers } = await fetch(office.base + path);
      return [status, headers.get('cache-control')];
    };
    expect(await head('/public-log/000001.jsonl')).toEqual([200, 'public, max-age=60']);
    for (const name of [
      '000002.jsonl',
      '000000.jsonl',
      'head-key.pem',
      'public-0000000000000000.pem',
      '..%2Fheads%2Fhead-key.pem',
      'heads.json',
    ])
      expect([name, (await head(`/public-log/${name}`))[0]]).toEqual([name, 404]);
    const size = statisticsTable.lines_per_file;
    statisticsTable.lines_per_file = 10;
    try {
      expect(await head('/public-log/000001.jsonl')).toEqual([200, 'public, max-age=31536000, immutable']);
      const split = join(dir, 'split');
      expect((await lachan('download', office.base, split)).code).toBe(0);
      expect((await lachan('verify', split, '--json')).json).toMatchObject({ holds: true });
    } finally {
      statisticsTable.lines_per_file = size;
    }
  });
  test('ends before an event that holds what may not be published, and says so by its number', async () => {
    const before = JSON.parse(await text('/public-log/about.json')) as { sealedTo: number };
    await append(office, { type: 'claim.retired', v: 1, public: { topic: 'Nguyễn Văn A' }, office: { claimId: 'c' } });
    await publish(office);
    await append(office, { type: 'claim.retired', v: 1, public: { topic: 'y-te' }, office: { claimId: 'c' } });
    await publish(office);
    expect(JSON.parse(await text('/public-log/about.json'))).toMatchObject({ sealedTo: before.sealedTo });
    expect(await text('/public-log/000001.jsonl')).not.toContain('Nguyễn Văn A');
  });
  test('is kept back as long as the setting says', async () => {
    const config = office.app.get<Config>(CONFIG);
    config.publicLogDelayHours = 1;
    try {
      expect(JSON.parse(await text('/public-log/about.json'))).toMatchObject({ sealedTo: 0, files: 0, head: null });
      expect((await fetch(`${office.base}/public-log/000001.jsonl`)).status).toBe(404);
      expect(await text('/public-log/heads.jsonl')).toBe('');
    } finally {
      config.publicLogDelayHours = 0;
    }
  });
  test('holds nothing beside the frame but the listed fields', async () => {
    for (const line of (await text('/public-log/000001.jsonl')).trim().split('\n')) {
      const part = (JSON.parse(line) as PublicLine).public;
      expect(Object.keys(part).filter((field) => !FRAME.includes(field) && !statisticsTable.public_fields[field])).toEqual([]);
    }
  });
});
