import { describe, expect, test } from '@jest/globals';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { Unpacking } from './unpacking.js';

const MUCH = Buffer.alloc(3_000_000, 0x20);

describe('what a body unpacks to', () => {
  test.each([
    ['gzip', gzipSync(MUCH)],
    ['GZIP ', gzipSync(MUCH)],
    ['br', brotliCompressSync(MUCH)],
    ['deflate', deflateSync(MUCH)],
    ['deflate', deflateRawSync(MUCH)],
  ])('is counted in %s', async (encoding, bytes) => {
    const unpacking = Unpacking.of(encoding)!;
    for (let at = 0; at < bytes.length; at += 1_000) await unpacking.take(bytes.subarray(at, at + 1_000));
    unpacking.close();
    expect(unpacking.bytes).toBe(MUCH.length);
  });
  test('is counted through codes that lie in one another, as browsers take them off', async () => {
    const unpacking = Unpacking.of('gzip, br')!;
    await unpacking.take(brotliCompressSync(gzipSync(MUCH)));
    await unpacking.take(Buffer.from(' '));
    await new Promise(setImmediate);
    expect(unpacking.bytes).toBeGreaterThan(0);
    unpacking.close();
  });
  test('is what it is where nothing packs it, and not counted in a code that is not known here', () => {
    expect([Unpacking.of(''), Unpacking.of('identity'), Unpacking.of('gzip, strange')]).toEqual([null, null, null]);
  });
  test('of bytes that are not what they are called ends the counting and nothing else', async () => {
    const unpacking = Unpacking.of('gzip')!;
    await unpacking.take(Buffer.from('no gzip at all'));
    await unpacking.take(Buffer.from('no gzip at all'));
    expect(unpacking.bytes).toBe(0);
  });
});
