import { afterAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { decodedAll, decodedOf } from './decoded.js';
import type { Exchange } from './exchange.js';

const dir = mkdtempSync(join(tmpdir(), 'lachan-decoded-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const TEXT = 'Uống nước muối chữa khỏi bệnh. '.repeat(1_000);
const sha256 = createHash('sha256').update(TEXT).digest('hex');
const came = (encoding: string, bytes: Buffer): Exchange => {
  const body = join(dir, (encoding || 'plain').replace(/\W/g, '-'));
  writeFileSync(body, bytes);
  return { body, responseHeaders: ['Content-Encoding', encoding] } as unknown as Exchange;
};

test.each([
  ['gzip', gzipSync(TEXT)],
  ['br', brotliCompressSync(TEXT)],
  ['deflate', deflateSync(TEXT)],
  ['deflate', deflateRawSync(TEXT)],
  ['gzip, br', brotliCompressSync(gzipSync(TEXT))],
])('a body in %s is hashed as a reader has it', async (encoding, bytes) => {
  expect(await decodedOf(came(encoding, bytes))).toEqual({ bytes: Buffer.byteLength(TEXT), sha256, whole: true });
});
test('a plain body, and one in an unknown code, has no other form', async () => {
  expect(await decodedOf(came('', Buffer.from(TEXT)))).toBeNull();
  expect(await decodedOf(came('zstd', Buffer.from(TEXT)))).toBeNull();
});
test('of a bomb no more than the limit is unpacked, and of a broken body what could be', async () => {
  expect(await decodedOf(came('gzip', gzipSync(Buffer.alloc(50_000_000))), 1_000_000)).toMatchObject({ bytes: 1_000_000, whole: false });
  expect(await decodedOf(came('gzip', gzipSync(TEXT).subarray(0, 60)))).toMatchObject({ whole: false });
});
test.each([
  ['gzip', gzipSync(TEXT).subarray(0, 60), 'it ends before its gzip does'],
  ['br', brotliCompressSync(TEXT).subarray(0, 20), 'it ends before its br does'],
  ['gzip', Buffer.from('<p>không nén</p>'), 'its gzip is broken'],
])('of a body in %s that nobody can read to its end it says why', async (encoding, bytes, broken) => {
  expect(await decodedOf(came(encoding, bytes))).toMatchObject({ whole: false, broken });
});
test('an answer without a body, and a part of one, are not broken', async () => {
  expect(await decodedOf({ ...came('gzip', Buffer.alloc(0)), bytes: 0 })).toBeNull();
  expect((await decodedOf({ ...came('gzip', gzipSync(TEXT).subarray(40)), status: 206 }))!.broken).toBeUndefined();
});
test('many bombs together are unpacked no further than one capture may hold', async () => {
  const bomb = came('gzip', gzipSync(Buffer.alloc(600_000)));
  const all = await decodedAll(
    [1, 2, 3].map((id) => ({ ...bomb, id })),
    1_000_000,
  );
  expect([...all.values()].map((d) => [d!.bytes, d!.whole])).toEqual([
    [600_000, true],
    [400_000, false],
    [0, false],
  ]);
});
