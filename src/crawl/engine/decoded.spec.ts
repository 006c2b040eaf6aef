import { afterAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { decodedAll, decodedOf } from './decoded.js';
import type { Exchange } from './exchange.js';

const dir = mkdtempSync(join(tmpdir(), 'lachan-decoded-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const TEXT = 'Uống nước muối chữa khỏi bệnh. '.repeat(1_000);
const sha256 = createHash('sha256').update(TEXT).digest('hex');
const came = (encoding: string, bytes: Buffer): Exchange => {
  const body = join(dir, encoding || 'plain');
  writeFileSync(body, bytes);
  return { body, responseHeaders: ['Content-Encoding', encoding] } as unknown as Exchange;
};

test.each([
  ['gzip', gzipSync(TEXT)],
  ['br', brotliCompressSync(TEXT)],
  ['deflate', deflateSync(TEXT)],
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
