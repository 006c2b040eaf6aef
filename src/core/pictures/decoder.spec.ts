import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, readlinkSync } from 'node:fs';
import sharp from 'sharp';
import { apart } from './apart.js';
import { PictureDecoder } from './decoder.js';

const flat = (background: string, height = 40): Promise<Buffer> =>
  sharp({ create: { width: 40, height, channels: 3, background } })
    .png()
    .toBuffer();
const how = { block: 10, differs: 32 };

describe('pictures of strangers', () => {
  const decoder = new PictureDecoder();
  let [red, blue]: Buffer[] = [];
  beforeAll(async () => {
    [red, blue] = await Promise.all([flat('red'), flat('blue', 60)]);
  });
  afterAll(() => decoder.onApplicationShutdown());
  const differ = (...pictures: Buffer[]) => decoder.differences(() => Promise.resolve(pictures), how);

  test('are held against each other', async () => {
    expect(await differ(red, blue)).toEqual({
      earlier: { width: 40, height: 40 },
      later: { width: 40, height: 60 },
      areas: [{ x: 0, y: 0, width: 40, height: 60 }],
      share: 1,
    });
    expect(await differ(red)).toMatchObject({ later: { height: 40 }, share: 0 });
  });
  test('are opened only where they are of a kind that is, and within bounds; nobody waits without end', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const large = await sharp({ create: { width: 5_000, height: 4_100, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect([await differ(svg), await differ(red, svg), await differ(large), await decoder.brightness(svg)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const waiting = await Promise.allSettled(Array.from({ length: 10 }, () => differ(red)));
    expect(waiting.map((w) => w.status)).toEqual([...Array<string>(8).fill('fulfilled'), 'rejected', 'rejected']);
    await expect(decoder.differences(() => Promise.reject(new Error('damaged')), how)).rejects.toThrow('damaged');
    expect(await differ(red)).not.toBeNull();
  });
  test('are opened by a process that is told nothing of ours; as root it is nobody, without a network', async () => {
    await decoder.brightness(red);
    const { pid } = (decoder as unknown as { process: { pid: number } }).process;
    const told = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
    expect(told.map((line) => line.split('=')[0]).sort()).toEqual(['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE', 'PATH']);
    if (apart(import.meta.filename).length === 0) return expect(process.getuid?.()).not.toBe(0);
    const uid = /^Uid:\t(\d+)\t/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1];
    expect(uid).not.toBe('0');
    expect(readlinkSync(`/proc/${pid}/ns/net`)).not.toBe(readlinkSync('/proc/self/ns/net'));
  });
});
