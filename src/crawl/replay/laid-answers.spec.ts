import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { laidIn, type LaidAnswers } from './laid-answers.adapter.js';

const record = (body: Buffer | string, coding = ''): Buffer => {
  const http = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\ncontent-encoding: ${coding}\r\n\r\n`), Buffer.from(body)]);
  return gzipSync(Buffer.concat([Buffer.from(`WARC/1.1\r\nContent-Length: ${http.length}\r\n\r\n`), http, Buffer.from('\r\n\r\n')]));
};

describe('answers of a package', () => {
  let dir: string;
  let answers: LaidAnswers;
  let [opened, atOnce, most] = [0, 0, 0];
  const member = (bytes: Buffer) => (): Promise<Readable> => {
    opened++;
    most = Math.max(most, ++atOnce);
    return Promise.resolve(Readable.from([bytes]).once('close', () => atOnce--));
  };
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'lachan-laid-'));
    answers = laidIn(await open(join(dir, 'laid'), 'wx+'), { each: 2_000, all: 5_000 });
  });
  afterAll(async () => {
    await answers.close();
    rmSync(dir, { recursive: true });
  });

  test('are unpacked once, one after the other, however many ask for them and in whatever pieces', async () => {
    const bodies = ['chữ', '', brotliCompressSync('nén'), gzipSync('cụt '.repeat(99)).subarray(0, -9)];
    const records = [record(bodies[0]), record(bodies[1]), record(bodies[2], 'br'), record(bodies[3], 'gzip')];
    const asked = [0, 1, 2, 3, 0, 1, 2, 3].map((n) => answers.get(n, member(records[n])));
    const texts = await Promise.all((await Promise.all(asked)).map((a) => text(a!.read())));
    expect(texts.slice(0, 3)).toEqual(['chữ', '', 'nén']);
    expect(texts[3]).toMatch(/^(cụt )+/); // what was cut is shown as far as it came
    expect(texts.slice(4)).toEqual(texts.slice(0, 4));
    expect(await text((await answers.get(0, member(records[0])))!.read({ start: 1, end: 4 }))).toBe('hữ');
    expect([opened, most]).toEqual([4, 1]);
  });
  test('that are larger than is unpacked are none, and stand in nobody’s way', async () => {
    const large = Buffer.alloc(1_000_000);
    expect(await answers.get(10, member(record(large)))).toBeNull();
    expect(await answers.get(11, member(record(gzipSync(large), 'gzip')))).toBeNull();
    expect(await answers.get(12, member(Buffer.from('no record')))).toBeNull();
    expect(await text((await answers.get(13, member(record('sau đó'))))!.read())).toBe('sau đó');
    const after = await Promise.all([14, 15, 16, 17].map((n) => answers.get(n, member(record(Buffer.alloc(1_500))))));
    expect(after.map((a) => a?.length)).toEqual([1_500, 1_500, undefined, undefined]); // all together are bounded too
  });
  test('a fault of the disk is told, and forgotten when it is asked for again', async () => {
    const fault = Object.assign(new Error('i/o error'), { code: 'EIO', syscall: 'read' });
    await expect(answers.get(90, () => Promise.reject(fault))).rejects.toBe(fault);
    const again = await answers.get(90, member(record('lại')));
    expect(await text(again!.read())).toBe('lại');
  });
});
