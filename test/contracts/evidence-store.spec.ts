import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Evidence } from '../../src/core/evidence/evidence.js';
import { FileStore, type EvidenceStore } from '../../src/core/evidence/store.js';
import { S3Store } from '../../src/core/evidence/s3/s3-store.js';
import { layGround, type Ground } from '../kit/ground.js';
import { S3UnderTest } from '../kit/s3.js';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
interface Opened {
  store: EvidenceStore;
  names(): string[];
  /** it refuses to let go what is locked, and tells when it came */
  locked?: boolean;
  dated?: boolean;
  close(): Promise<void>;
}
/** Every store that the house can stand on keeps these promises. */
const STORES: { name: string; open(dir: string): Promise<Opened> }[] = [
  {
    name: 'file system',
    open: async (dir) => {
      const files = () => readdirSync(dir, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
      return { dated: true, store: new FileStore(dir), names: () => files().map((e) => e.name), close: async () => undefined };
    },
  },
  ...[false, true].map((locked) => ({
    name: locked ? 'S3 with Object Lock' : 'S3',
    open: async (dir: string) => {
      const s3 = await S3UnderTest.open(locked);
      const store = new S3Store({ ...s3.settings, lock: locked ? ('COMPLIANCE' as const) : null, lockDays: 30 }, join(dir, 'spool'));
      return { locked, store, names: () => [...s3.objects.keys()].map((key) => key.split('/').at(-1)!), close: () => s3.close() };
    },
  })),
];

describe.each(STORES)('an evidence store on the $name', ({ open }) => {
  let dir: string;
  let opened: Opened;
  let store: EvidenceStore;
  const names = () => opened.names();
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'lachan chứng cứ '));
    opened = await open(dir);
    store = opened.store;
  });
  afterEach(async () => {
    await opened.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('removes what nothing names, once and again, but not what was put anew after that', async () => {
    const { sha256: name } = await store.put(Buffer.from('hết hạn lưu giữ'));
    const later = new Date(Date.now() + 60_000);
    if (opened.locked) return expect(store.remove(name, later)).rejects.toMatchObject({ code: 'busy' });
    if (opened.dated) expect(await store.remove(name, new Date(Date.now() - 60_000))).toBe(false);
    expect([await store.remove(name, later), await store.has(name), await store.remove(name, later)]).toEqual([true, false, true]);
  });
  test('opens as sealed what is whole, as often as it is asked', async () => {
    const { sha256: name } = await store.put(Buffer.from('một chứng cứ'));
    for (let n = 0; n < 2; n++) expect((await buffer(await store.openSealed(name))).toString()).toBe('một chứng cứ');
    await expect(store.openSealed(sha256(Buffer.from('khác')))).rejects.toMatchObject({ code: 'missing' });
  });
  test('gives back the bytes that it was given, under their SHA-256', async () => {
    for (const bytes of [Buffer.from('một chứng cứ'), Buffer.alloc(0), Buffer.from([0, 255, 13, 10])]) {
      const stored = await store.put(bytes);
      expect(stored).toEqual({ sha256: sha256(bytes), bytes: bytes.length });
      expect(await buffer(await store.open(stored.sha256))).toEqual(bytes);
    }
  });
  test('takes a stream larger than one piece', async () => {
    const pieces = Array.from({ length: 40 }, (_, n) => Buffer.alloc(100_000, n));
    expect(await store.put(Readable.from(pieces))).toEqual({ sha256: sha256(Buffer.concat(pieces)), bytes: 4_000_000 });
  });
  test('keeps the same bytes once, however often and however much at once they come', async () => {
    const bytes = Buffer.from('cùng một ảnh');
    const stored = await Promise.all(Array.from({ length: 20 }, () => store.put(bytes)));
    expect(new Set(stored.map((s) => s.sha256)).size).toBe(1);
    expect(names()).toEqual([sha256(bytes)]);
  });
  test('keeps nothing of a stream that broke off', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('nửa chừng');
        throw new Error('the visitor left');
      })(),
    );
    await expect(store.put(broken)).rejects.toThrow('the visitor left');
    expect(names()).toEqual([]);
    expect(await store.has(sha256(Buffer.from('nửa chừng')))).toBe(false);
  });
  test('says that it does not have what it was not given', async () => {
    const unknown = 'ab'.repeat(32);
    expect(await store.has(unknown)).toBe(false);
    await expect(store.open(unknown)).rejects.toMatchObject({ code: 'missing' });
  });
  test('takes no name that is not a hash, so that no name leads out of it', async () => {
    writeFileSync(join(dir, '..', 'secret-of-another'), 'x');
    for (const name of ['../secret-of-another', '', 'AB'.repeat(32), `${'ab'.repeat(32)}/..`, '/etc/passwd']) {
      await expect(store.has(name)).rejects.toMatchObject({ code: 'invalid' });
      await expect(store.open(name)).rejects.toMatchObject({ code: 'invalid' });
    }
    rmSync(join(dir, '..', 'secret-of-another'));
  });
});

describe('the file store', () => {
  test('is readable by nobody outside its group', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'lachan-store-'));
    const { sha256: name } = await new FileStore(dir).put(Buffer.from('kín'));
    expect(statSync(join(dir, name.slice(0, 2), name)).mode & 0o007).toBe(0);
    rmSync(dir, { recursive: true });
  });
});

describe('an evidence item', () => {
  let ground: Ground;
  let evidence: Evidence;
  let dir: string;
  beforeAll(async () => {
    ground = await layGround();
    dir = mkdtempSync(join(tmpdir(), 'lachan-store-'));
    evidence = new Evidence(new FileStore(dir));
  }, 30_000);
  afterAll(async () => {
    await ground.close();
    rmSync(dir, { recursive: true });
  });
  const seal = (hash: string, bytes: number) =>
    ground.db.tx((tx) => evidence.seal(tx, { kind: 'submission', sha256: hash, mediaType: 'text/plain', bytes }));

  test('exists only once its bytes lie in the store', async () => {
    await expect(seal('cd'.repeat(32), 5)).rejects.toMatchObject({ code: 'missing' });
    const stored = await evidence.store.put(Buffer.from('một lời kể'));
    const id = await seal(stored.sha256, stored.bytes);
    expect(await ground.db.read((tx) => evidence.get(tx, id))).toMatchObject({
      id,
      kind: 'submission',
      sha256: stored.sha256,
      bytes: stored.bytes,
    });
  });
  test('may stand twice on the same bytes, each with its own seal', async () => {
    const stored = await evidence.store.put(Buffer.from('hai người cùng gửi'));
    expect(await seal(stored.sha256, stored.bytes)).not.toBe(await seal(stored.sha256, stored.bytes));
  });
  test('cannot be changed or deleted by the app', async () => {
    for (const sql of ['UPDATE core.evidence_items SET kind = kind', 'DELETE FROM core.evidence_items'])
      await expect(ground.source.query(sql)).rejects.toThrow(/permission denied/);
  });
  test('that nobody has is missing', async () => {
    await expect(ground.db.read((tx) => evidence.get(tx, '00000000-0000-4000-8000-000000000000'))).rejects.toMatchObject({
      code: 'missing',
    });
  });
});
