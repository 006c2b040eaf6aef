import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { lawOf } from '../../src/core/backup/house-tables.js';
import { readManifest, written, type Manifest } from '../../src/core/backup/manifest.js';
import { check } from '../../src/core/backup/restore.js';
import { holdFile } from '../../src/core/hold-file.js';
import { packageKeys } from '../../src/core/evidence/package-keys.js';
import { openSigner } from '../../src/core/evidence/signing/package-signer.js';
import { openOffice, type Office } from '../kit/office.js';
import { S3UnderTest } from '../kit/s3.js';
import { besideOffice, contents, emptyMachine, filesBelow, report, requestOnItsWay, sealAll, type EmptyMachine } from './backup-setup.js';

/** What a restore changes on purpose, each tested by itself. */
const CHANGED = ['core.sessions', 'core.deliveries', 'core.events', 'core.seals', 'core.unsealed'];
/** The request on its way rests on a capture whose picture exists as a row only. */
const LOST = 1;
const CITIZEN = { LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000', LIMIT_REPORTS_PER_MINUTE: '100000' };

describe('a backup of an office and its restore', () => {
  let office: Office;
  let backups: string;
  let house: EmptyMachine;
  let machine: EmptyMachine;
  let takedownId: string;
  let before: Record<string, string>;
  let made: Record<string, never>;
  let [exitCode, progress] = [-1, ''];
  const snapshot = (n = 0) =>
    join(
      backups,
      readdirSync(backups)
        .filter((name) => name.endsWith('Z'))
        .sort()[n],
    );
  /** With its manifest changed and its sum corrected, as whoever may write to the disk of backups can. */
  const changed = async (change: (m: Manifest) => object, within: () => Promise<void>): Promise<void> => {
    const files = ['manifest.json', 'manifest.sha256', 'manifest.sig'].map(
      (file) => [join(snapshot(), file), readFileSync(join(snapshot(), file))] as const,
    );
    const { manifest, sum } = written(change(readManifest(snapshot())) as Manifest);
    writeFileSync(files[0][0], manifest);
    writeFileSync(files[1][0], sum);
    await within().finally(() => files.forEach(([file, bytes]) => writeFileSync(file, bytes)));
  };
  const law = async (url: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return lawOf(client).finally(() => client.end());
  };
  beforeAll(async () => {
    office = await openOffice(CITIZEN);
    takedownId = (await requestOnItsWay(office)).id;
    for (let n = 0; n < 5; n++) await report(office.guest(), `Tin đồn số ${n}: nước giếng\t\\chữa mọi bệnh 🙂`);
    await sealAll(office);
    await report(office.guest(), 'Tin chưa được niêm phong khi sao lưu');
    backups = mkdtempSync(join(tmpdir(), 'lachan sao lưu '));
    house = besideOffice(office, backups);
    openSigner(join(house.dataDir, 'keys'));
    before = await contents(office.database);
    const said = await house.lachan(['backup', backups, '--json'], {}, { apart: true });
    made = said.json;
    exitCode = said.code;
    progress = said.err;
    machine = await emptyMachine();
  }, 120_000);
  afterAll(async () => {
    await machine.remove();
    await office.close();
    rmSync(backups, { recursive: true, force: true });
  });

  test('is one whole folder beside the evidence, for its owner only, and says what else must be kept', () => {
    expect(readdirSync(backups).sort()).toEqual([String(made.name), 'evidence']);
    expect(statSync(join(snapshot(), 'tables', 'core.events.copy.gz')).mode & 0o077).toBe(0);
    expect(made.leftOut).toEqual(['LACHAN_SECRET', 'heads/head-key.pem', 'keys/packages.pem']);
    expect(filesBelow(snapshot()).filter((file) => /head-key|packages/.test(file))).toEqual(['keys/packages.jsonl']);
  });
  test('holds every object of evidence that the office has, and copies none of them twice', async () => {
    const stored = filesBelow(join(house.dataDir, 'evidence'));
    expect(filesBelow(join(backups, 'evidence'))).toEqual(stored);
    expect(made.evidence).toMatchObject({ objects: stored.length + LOST, copied: stored.length });
    const again = await house.lachan(['backup', backups, '--json']);
    expect(again.json.evidence).toMatchObject({ objects: stored.length + LOST, copied: 0 });
    rmSync(snapshot(1), { recursive: true });
  });
  test('is whole even where the office itself lost an object, names it, and fails so that somebody looks', () => {
    expect((made.evidence as { missing: string[] }).missing).toHaveLength(LOST);
    expect(readFileSync(join(snapshot(), 'missing.txt'), 'utf8').trim().split('\n')).toEqual(
      (made.evidence as { missing: string[] }).missing,
    );
    expect([exitCode, progress]).toEqual([
      1,
      expect.stringMatching(
        new RegExp(`core\\.events: \\d+ rows[^]*${LOST} objects that the database names are not in the evidence store`),
      ),
    ]);
  });
  test('is restored into an empty house with every row, object and right, and the chain verified to its end', async () => {
    const { code, json, err } = await machine.lachan(['restore', backups, '--accept-missing', '--json'], {}, { apart: true });
    expect([err, code]).toEqual([expect.stringContaining('Verifying the log'), 0]);
    const { head, tables } = readManifest(snapshot());
    const waited = await office.database.owner('SELECT 1 FROM core.unsealed');
    expect(waited.length).toBeGreaterThan(0);
    expect(json.verdict).toMatchObject({ holds: true, sealedTo: String(Number(head!.seq) + waited.length + 1) });
    expect((json.verdict as { heads: number }).heads).toBeGreaterThan(0);
    const after = await contents(machine.database);
    for (const table of Object.keys(before).filter((name) => !CHANGED.includes(name)))
      expect([table, after[table]]).toEqual([table, before[table]]);
    expect(tables.map((t) => t.name).sort()).toEqual(Object.keys(before).sort());
    expect(filesBelow(join(machine.dataDir, 'evidence'))).toEqual(filesBelow(join(house.dataDir, 'evidence')));
    expect(await law(machine.database.urls.owner)).toEqual(await law(office.database.urls.owner));
    expect(packageKeys(join(machine.dataDir, 'keys'))).toEqual(packageKeys(join(house.dataDir, 'keys')));
  }, 60_000);
  test('keeps the bytes of the log, and goes on counting after them', async () => {
    const log = (database: typeof office.database, most: string) =>
      database.owner<{ position: string; hash: string }>(
        `SELECT position, md5(public_part || office_part) AS hash FROM core.events WHERE position <= ${most} ORDER BY position`,
      );
    const [{ last }] = await office.database.owner<{ last: string }>('SELECT max(position) AS last FROM core.events');
    expect(await log(machine.database, last)).toEqual(await log(office.database, last));
    const [note] = await machine.database.owner<{ position: string; office: { data: object } }>(
      `SELECT position, office FROM core.events WHERE type = 'installation.restored'`,
    );
    expect(Number(note.position)).toBeGreaterThan(Number(last));
    expect(note.office.data).toMatchObject({ backup: made.name, held: 1 });
  });
  test('lets nothing leave again that may have left since: it is held until a person releases it, which stands on the log', async () => {
    const state = async () =>
      (
        await machine.database.owner<{ state: string }>(
          `SELECT d.state FROM core.deliveries d JOIN core.events e ON e.id = d.event_id WHERE d.lane = 'outward' AND e.subject = '${takedownId}'`,
        )
      ).map((r) => r.state);
    expect(await state()).toEqual(['held']);
    const held = (await machine.lachan(['deliveries', 'held', '--json'])).json.held as { id: string; event: string; subject: string }[];
    expect(held).toMatchObject([{ event: 'takedown.queued', subject: takedownId }]);
    expect((await machine.lachan(['deliveries', 'release', takedownId])).err).toContain(`Not held: ${takedownId}`);
    expect((await machine.lachan(['deliveries', 'release', held[0].id, '--json'])).json.released).toMatchObject([{ id: held[0].id }]);
    expect(await state()).toEqual(['waiting']);
    const [event] = await machine.database.owner<{ office: { data: object } }>(
      `SELECT office FROM core.events WHERE type = 'delivery.released'`,
    );
    expect(event.office.data).toMatchObject({ deliveryId: held[0].id });
  }, 30_000);
  test('ends every sign-in, since one that ended after the backup would be open again', async () => {
    expect(await machine.database.owner('SELECT 1 FROM core.sessions')).toEqual([]);
    expect((await office.database.owner('SELECT 1 FROM core.sessions')).length).toBeGreaterThan(0);
  });
  test('is refused where an office is already, and where a process of the house is at work', async () => {
    const again = await machine.lachan(['restore', backups]);
    expect([again.code, again.err.trim()]).toEqual([
      1,
      'This database holds an office already: a backup is restored into an empty one only',
    ]);
    const fresh = await emptyMachine();
    for (const application_name of ['lachan worker', 'lachan lachan.mjs', 'lachan restore']) {
      const other = new pg.Client({ connectionString: fresh.database.urls.owner, application_name });
      await other.connect();
      await expect(fresh.restore(backups)).rejects.toThrow(`at work on this database (${application_name}): stop them first`);
      await other.end();
    }
    await fresh.remove();
  }, 30_000);
  test('of a newer schema is refused in one sentence, before anything is made', async () => {
    const manifest = readManifest(snapshot());
    const newer = { ...manifest, schema: [...manifest.schema, 'Tomorrow1999000000000'] };
    const fresh = await emptyMachine();
    const kept = ['manifest.json', 'manifest.sha256'].map(
      (file) => [join(snapshot(), file), readFileSync(join(snapshot(), file))] as const,
    );
    writeFileSync(kept[0][0], written(newer).manifest);
    writeFileSync(kept[1][0], written(newer).sum);
    const { code, err } = await fresh.lachan(['restore', backups]);
    expect([code, err.trim().split('\n').length, err.includes('newer program')]).toEqual([1, 1, true]);
    expect(existsSync(fresh.dataDir)).toBe(false);
    for (const [file, bytes] of kept) writeFileSync(file, bytes);
    await fresh.remove();
  }, 30_000);
  test('says which objects of evidence it lacks, and is restored without them only when that is accepted', async () => {
    const fresh = await emptyMachine();
    const { missing } = made.evidence as { missing: string[] };
    const { code, err } = await fresh.lachan(['restore', backups]);
    expect([code, missing.every((sha256) => err.includes(sha256)), err.includes('--accept-missing')]).toEqual([1, true, true]);
    expect(existsSync(fresh.dataDir)).toBe(false);
    const checked = await fresh.lachan(['restore', backups, '--check', '--json']);
    expect([checked.code, checked.json.missing]).toEqual([1, missing]);
    await fresh.remove();
  }, 30_000);
  test('is signed with the key of the heads, and held against a key that was kept apart', async () => {
    const [name] = readdirSync(join(snapshot(), 'heads')).filter((file) => /^public-/.test(file));
    const key = name.slice('public-'.length, -'.pem'.length);
    const keyFile = join(house.dataDir, 'heads', name);
    const say = () => undefined;
    expect((await check({ dir: backups, say })).checked.signed).toEqual({ key, by: 'key-of-the-backup' });
    expect((await check({ dir: backups, keyFile, say })).checked.signed).toEqual({ key, by: 'key-given' });
    const other = join(machine.dir, 'other.pem');
    writeFileSync(other, generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
    await expect(check({ dir: backups, keyFile: other, say })).rejects.toThrow(`names the key ${key}`);
    await changed(
      (m) => m,
      async () => {
        rmSync(join(snapshot(), 'manifest.sig'));
        expect((await check({ dir: backups, say })).checked.signed).toBe(null);
        await expect(check({ dir: backups, keyFile, say })).rejects.toThrow('manifest.sig is not there');
      },
    );
    await changed(
      (m) => ({ ...m, software: 'another' }),
      async () => {
        await expect(check({ dir: backups, say })).rejects.toThrow('manifest.sig does not fit manifest.json');
      },
    );
  });
  describe('that somebody made up', () => {
    const kept = (file: string, bytes = Buffer.from('// hostile')) => ({
      file,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    let untouched: EmptyMachine;
    beforeAll(async () => {
      untouched = await emptyMachine();
    });
    afterAll(() => untouched.remove());
    const refused = async (says: string) => {
      await expect(untouched.restore(backups)).rejects.toThrow(says);
      expect(existsSync(untouched.dataDir)).toBe(false);
      expect(await untouched.database.owner(`SELECT 1 WHERE to_regclass('core.events') IS NOT NULL`)).toEqual([]);
    };
    const unsigned = (change: (m: Manifest) => object, within: () => Promise<void>) =>
      changed(change, async () => {
        rmSync(join(snapshot(), 'manifest.sig'));
        await within();
      });
    test.each<[string, (m: Manifest) => object]>([
      ['files', (m) => ({ ...m, files: [...m.files, kept('../dist/src/cli/zz.command.js')] })],
      ['files', (m) => ({ ...m, files: [...m.files, kept('/tmp/zz')] })],
      ['files', (m) => ({ ...m, files: [...m.files, kept('keys/../../zz.pem')] })],
      ['files', (m) => ({ ...m, files: [...m.files, ...m.files] })],
      ['files', (m) => ({ ...m, files: [] })],
      ['tables', (m) => ({ ...m, tables: m.tables.map((t) => ({ ...t, file: '../x.copy.gz' })) })],
      ['evidence', (m) => ({ ...m, evidence: { ...m.evidence, file: '../evidence.tsv.gz' } })],
      ['madeAt', (m) => ({ ...m, madeAt: '/../../../../moved-heads' })],
      ['madeAt', (m) => ({ ...m, madeAt: '2026-13-45T00:00:00.000Z' })],
      ['head', (m) => ({ ...m, head: { seq: "1'", head: 'x' } })],
    ])(
      'with a path or a value of its own in %s is refused before anything is written',
      async (fault, change) => {
        await unsigned(change, () => refused(`manifest.json says of ${fault} what no backup says`));
      },
      30_000,
    );
    test('with a link in place of a file or of a folder is refused before anything is written', async () => {
      for (const name of ['evidence.tsv.gz', 'tables', 'manifest.json']) {
        const [at, aside] = [join(snapshot(), name), join(backups, 'aside')];
        renameSync(at, aside);
        symlinkSync(aside, at);
        await refused('is a link: a backup holds plain files only');
        rmSync(at);
        renameSync(aside, at);
      }
    }, 60_000);
    test('with an object taken away is not excused by a list that its manifest does not name, nor by one that lists others', async () => {
      const [object] = filesBelow(join(backups, 'evidence'));
      const [at, aside] = [join(backups, 'evidence', object), join(backups, 'aside')];
      const list = join(snapshot(), 'missing.txt');
      const before = readFileSync(list);
      renameSync(at, aside);
      const longer = Buffer.concat([before, Buffer.from(`${object.split('/').at(-1)}\n`)]);
      writeFileSync(list, longer);
      await refused('missing.txt has');
      const forged = (m: Manifest) => m.files.map((f) => (f.file === 'missing.txt' ? kept(f.file, longer) : f));
      await unsigned(
        (m) => ({ ...m, files: forged(m) }),
        () => refused(`missing.txt does not list the ${LOST} objects`),
      );
      await changed(
        (m) => ({ ...m, files: forged(m), evidence: { ...m.evidence, missing: 3 } }),
        () => refused('manifest.sig does not fit'),
      );
      writeFileSync(list, before);
      renameSync(aside, at);
    }, 60_000);
  });
  test('with one flipped bit in any of its files is refused with the name of that file', async () => {
    const say = () => undefined;
    await check({ dir: backups, say });
    const files = [
      ...filesBelow(snapshot()).map((f) => join(snapshot(), f)),
      ...filesBelow(join(backups, 'evidence')).map((f) => join(backups, 'evidence', f)),
    ];
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      const bytes = readFileSync(file);
      if (bytes.length === 0) continue;
      const flipped = Buffer.from(bytes);
      flipped[Math.floor(bytes.length / 2)] ^= 1;
      writeFileSync(file, flipped);
      const says = await check({ dir: backups, say }).then(
        () => 'accepted',
        (error: Error) => error.message,
      );
      writeFileSync(file, bytes);
      expect([file, says.includes(file.split('/').at(-1)!)]).toEqual([file, true]);
    }
    const lost = files.find((file) => file.endsWith('intake.reports.copy.gz'))!;
    const bytes = readFileSync(lost);
    rmSync(lost);
    await expect(check({ dir: backups, say })).rejects.toThrow('tables/intake.reports.copy.gz is not there');
    writeFileSync(lost, bytes);
  }, 60_000);
  test('is made by one at a time, and what fails leaves nothing half behind', async () => {
    const lock = holdFile(join(backups, 'backup.lock')) as { release: () => void };
    expect((await house.lachan(['backup', backups], {}, { apart: true })).err.trim()).toBe(`Another backup into ${backups} is under way`);
    lock.release();
    const s3 = await S3UnderTest.open();
    s3.mishaps = Array.from({ length: 50 }, () => ({ status: 503 }));
    const { endpoint, bucket, accessKey, secretKey } = s3.settings;
    const env = {
      EVIDENCE_S3_ENDPOINT: endpoint,
      EVIDENCE_S3_BUCKET: bucket,
      EVIDENCE_S3_ACCESS_KEY: accessKey,
      EVIDENCE_S3_SECRET_KEY: secretKey,
    };
    const dir = mkdtempSync(join(tmpdir(), 'lachan hỏng '));
    const failed = await house.lachan(['backup', dir], env);
    expect([failed.code, failed.err.trim()]).toEqual([1, expect.stringMatching(/503/)]);
    expect(filesBelow(dir)).toEqual([]);
    await s3.close();
    rmSync(dir, { recursive: true });
  }, 30_000);
  test('holds private keys only where they were asked for', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'lachan khóa '));
    const { json } = await house.lachan(['backup', dir, '--with-keys', '--json']);
    expect(json.leftOut).toEqual(['LACHAN_SECRET']);
    expect(filesBelow(join(dir, String(json.name)))).toContain('heads/head-key.pem');
    rmSync(dir, { recursive: true });
  }, 30_000);
  test('lays evidence into a bucket, locked, where the new house keeps it there, and is made from one as well', async () => {
    const s3 = await S3UnderTest.open(true);
    const fresh = await emptyMachine();
    const { endpoint, region, bucket, accessKey, secretKey } = s3.settings;
    const env = {
      EVIDENCE_S3_ENDPOINT: endpoint,
      EVIDENCE_S3_REGION: region,
      EVIDENCE_S3_BUCKET: bucket,
      EVIDENCE_S3_ACCESS_KEY: accessKey,
      EVIDENCE_S3_SECRET_KEY: secretKey,
      EVIDENCE_S3_LOCK: 'COMPLIANCE',
    };
    expect((await fresh.lachan(['restore', backups, '--accept-missing', '--json'], env)).json.verdict).toMatchObject({ holds: true });
    const stored = filesBelow(join(house.dataDir, 'evidence'));
    expect([...s3.objects.keys()].sort()).toEqual(stored);
    expect([...s3.objects.values()].every((object) => object.lock?.mode === 'COMPLIANCE')).toBe(true);
    const again = join(fresh.dir, 'sao lưu');
    expect((await fresh.lachan(['backup', again, '--json'], env)).json.evidence).toMatchObject({ copied: stored.length });
    expect(filesBelow(join(again, 'evidence'))).toEqual(stored);
    await fresh.remove();
    await s3.close();
  }, 60_000);
  test('needs no superuser: whoever owns the database may restore it', async () => {
    const fresh = await emptyMachine();
    const owner = `owner_of_${fresh.database.name}`;
    await fresh.database.owner(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD 'x'`);
    await fresh.database.owner(`ALTER DATABASE ${fresh.database.name} OWNER TO ${owner}`);
    const url = new URL(fresh.database.urls.owner);
    [url.username, url.password] = [owner, 'x'];
    const worker = new pg.Client({ connectionString: fresh.database.urls.app, application_name: 'lachan worker' });
    await worker.connect();
    await expect(fresh.restore(backups, url.href)).rejects.toThrow('at work on this database');
    await worker.end();
    expect(await fresh.restore(backups, url.href)).toMatchObject({ verdict: { holds: true } });
    expect(await law(fresh.database.urls.owner).then((lines) => lines.filter((line) => !line.startsWith('rights')))).toEqual(
      (await law(office.database.urls.owner)).filter((line) => !line.startsWith('rights')),
    );
    const env = { DATABASE_OWNER_URL: url.href };
    expect((await fresh.lachan(['backup', join(fresh.dir, 'sao lưu'), '--json'], env)).json.rows).toBeGreaterThan(0);
    await fresh.remove();
    await office.database.owner(`DROP ROLE ${owner}`);
  }, 60_000);
  test('kept beside heads that were signed later says what was lost, and puts those heads aside', async () => {
    const fresh = await emptyMachine();
    mkdirSync(join(fresh.dataDir, 'heads'), { recursive: true });
    const later = JSON.stringify({
      seq: '99999',
      head: 'ab'.repeat(32),
      at: '2026-01-01T00:00:00.000Z',
      key: '0'.repeat(16),
      signature: '',
    });
    writeFileSync(join(fresh.dataDir, 'heads', 'heads.jsonl'), `${later}\n`);
    const { headsLost } = await fresh.restore(backups);
    expect(headsLost).toMatchObject({ seq: '99999', at: '2026-01-01T00:00:00.000Z' });
    expect(readFileSync(headsLost!.keptAs, 'utf8')).toBe(`${later}\n`);
    await fresh.remove();
  }, 60_000);
});
