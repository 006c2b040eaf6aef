import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openEvidenceStore } from '../../src/core/evidence/open-store.js';
import { S3Store, type S3Settings } from '../../src/core/evidence/s3/s3-store.js';
import { S3UnderTest } from '../kit/s3.js';

const DAY_MS = 86_400_000;
const SILENCE_MS = 200;
const BYTES = Buffer.from('một chứng cứ');
const NAME = createHash('sha256').update(BYTES).digest('hex');
const KEY = `${NAME.slice(0, 2)}/${NAME}`;

describe('the store on S3', () => {
  let s3: S3UnderTest;
  let dir: string;
  const store = (more: Partial<S3Settings> = {}) =>
    new S3Store({ ...s3.settings, lock: null, lockDays: 30, ...more }, join(dir, 'spool'), SILENCE_MS);
  const opened = (more: Partial<S3Settings>) =>
    openEvidenceStore({ dataDir: dir, evidenceS3: { ...s3.settings, lock: null, lockDays: 30, ...more } }).then(
      () => 'opens',
      (error: Error) => error.message,
    );
  beforeEach(async () => {
    s3 = await S3UnderTest.open(true);
    dir = mkdtempSync(join(tmpdir(), 'lachan-s3-'));
  });
  afterEach(async () => {
    await s3.close();
    rmSync(dir, { recursive: true });
  });

  test.each(['GOVERNANCE', 'COMPLIANCE'] as const)('locks what it puts, as %s, for the days of the setting', async (lock) => {
    const before = Date.now();
    await store({ lock, lockDays: 7 }).put(BYTES);
    const kept = s3.objects.get(KEY)!.lock!;
    expect(kept.mode).toBe(lock);
    expect(Math.abs(kept.until.getTime() - before - 7 * DAY_MS)).toBeLessThan(60_000);
  });
  test('puts no object twice, and leaves nothing on the disk', async () => {
    for (let n = 0; n < 3; n++) await store().put(Readable.from([BYTES]));
    expect(s3.asked.filter((line) => line.startsWith('PUT'))).toHaveLength(1);
    expect(readdirSync(join(dir, 'spool'))).toEqual([]);
  });
  test('puts an old object anew, so that whoever found that nothing names it leaves it', async () => {
    await store().put(BYTES);
    const doomedAt = new Date(Date.now() - 2 * 3_600_000);
    s3.objects.get(KEY)!.at = new Date(Date.now() - DAY_MS);
    await store().put(BYTES);
    expect(await store().remove(NAME, doomedAt)).toBe(false);
    s3.objects.get(KEY)!.at = new Date(Date.now() - DAY_MS);
    expect([await store().remove(NAME, doomedAt), s3.objects.has(KEY)]).toEqual([true, false]);
  });
  test.each([500, 503, 429])('tries again when the server answers %i, and twice only', async (status) => {
    s3.mishaps = [{ status }, { status }];
    await store().put(BYTES);
    expect(s3.objects.has(KEY)).toBe(true);
    s3.mishaps = [{ status }, { status }, { status }];
    await expect(store().has(NAME)).rejects.toMatchObject({ code: 'busy' });
    s3.mishaps = [];
  });
  test('does not take a server that fails for one that has nothing', async () => {
    s3.mishaps = [{ status: 403 }];
    await expect(store().has(NAME)).rejects.toMatchObject({ code: 'busy' });
    s3.mishaps = [{ status: 403 }];
    await expect(store().open(NAME)).rejects.toMatchObject({ code: 'busy' });
  });
  test('waits for a silent server with an end, three times', async () => {
    s3.mishaps = ['silence', 'silence', 'silence'];
    const began = Date.now();
    await expect(store().put(BYTES)).rejects.toMatchObject({ code: 'busy' });
    expect(Date.now() - began).toBeGreaterThanOrEqual(3 * SILENCE_MS);
    expect(readdirSync(join(dir, 'spool'))).toEqual([]);
  });
  test('does not give half an object for a whole one', async () => {
    const large = Buffer.alloc(1_000_000, 7);
    const { sha256 } = await store().put(large);
    s3.mishaps = ['break'];
    await expect(store().open(sha256).then(buffer)).rejects.toThrow();
    expect((await buffer(await store().open(sha256))).equals(large)).toBe(true);
  });
  test('takes a stream of 64 MiB without holding it, and sends it whole', async () => {
    const piece = Buffer.alloc(2 ** 20, 1);
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const source = Readable.from(
      (function* () {
        for (let n = 0; n < 64; n++) {
          most = Math.max(most, process.memoryUsage().arrayBuffers - before);
          yield piece;
        }
      })(),
    );
    const patient = new S3Store({ ...s3.settings, lock: null, lockDays: 30 }, join(dir, 'spool'));
    const { sha256, bytes } = await patient.put(source);
    expect([bytes, s3.objects.get(`${sha256.slice(0, 2)}/${sha256}`)!.bytes.length]).toEqual([64 * 2 ** 20, 64 * 2 ** 20]);
    expect(most).toBeLessThan(32 * 2 ** 20);
  });

  describe('at the start', () => {
    test('opens a bucket that is as the settings say', async () => {
      expect(await opened({})).toBe('opens');
      expect(await opened({ lock: 'COMPLIANCE' })).toBe('opens');
    });
    test.each<[string, Partial<S3Settings>, RegExp]>([
      ['a wrong secret', { secretKey: 'sai' }, /cannot be used: The evidence store answered 403/],
      ['a login that nobody has', { accessKey: 'AKNOBODY' }, /cannot be used: The evidence store answered 403/],
      ['a bucket that is not there', { bucket: 'kho-khac' }, /the bucket kho-khac .* answered 404/],
      ['another region', { region: 'eu-1' }, /cannot be used: The evidence store answered 400/],
    ])('refuses %s in one sentence', async (_, more, says) => {
      expect(await opened(more)).toMatch(says);
      expect(await opened(more)).toMatch(/^Configuration: [^\n]+$/);
    });
    test('refuses to promise a lock that the bucket cannot keep', async () => {
      await s3.close();
      s3 = await S3UnderTest.open(false);
      expect(await opened({ lock: 'GOVERNANCE' })).toMatch(/made without Object Lock/);
    });
    test('goes on where the server cannot be reached now', async () => {
      expect(await opened({ endpoint: 'http://127.0.0.1:9' })).toBe('opens');
    });
  });
});
