import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Exchange } from '../exchange.js';
import { listsCarried, Reading } from './lists.js';

const dir = mkdtempSync(join(tmpdir(), 'lachan-lists-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const came = (name: string, body: Buffer, encoding = ''): ((url: string) => Exchange) => {
  const file = join(dir, name);
  writeFileSync(file, body);
  const responseHeaders = ['Content-Type', 'application/octet-stream', 'Content-Encoding', encoding];
  return (url) =>
    ({
      id: 1,
      url,
      method: 'GET',
      status: 200,
      bytes: statSync(file).size,
      body: file,
      endedAt: 'x',
      fault: null,
      responseHeaders,
    }) as Exchange;
};
const many = (n: number, of: (url: string) => Exchange) => Array.from({ length: n }, (_, i) => of(`https://a.example/${i}`));
const LIST = '#EXTM3U\n#EXTINF:2,\n1.ts\n';

test.each([
  ['to a text', 1_900_000],
  ['to more than a list may have', 3_000_000],
])('of answers of some bytes that open %s no more is opened than may be', (_, bytes) => {
  const bomb = came(`bomb-${bytes}`, brotliCompressSync(Buffer.alloc(bytes)), 'br');
  const reading = new Reading(2_000_000);
  expect(listsCarried(many(1_900, bomb), reading, 4)).toEqual([]);
  expect(reading.passed).toBeGreaterThan(1_880);
});
test('no more lists are opened than are wanted, and of one that is fetched again the last', () => {
  const list = came('list', brotliCompressSync(Buffer.from(LIST)), 'br');
  const later = came('later', Buffer.from(`${LIST}#EXTINF:2,\n2.ts\n`));
  const reading = new Reading(2_000_000);
  const found = listsCarried([...many(500, list), later('https://a.example/1')], reading, 4);
  expect(found.map((l) => [l.url, l.text.includes('2.ts')])).toEqual([0, 1, 2, 3].map((n) => [`https://a.example/${n}`, n === 1]));
});
test('a list that another one leads to is left to it', () => {
  const master = came('master', Buffer.from('#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n/media.m3u8\n'));
  const media = came('media', Buffer.from(LIST));
  const both = [master('https://a.example/master.m3u8'), media('https://a.example/media.m3u8')];
  for (const order of [both, both.toReversed()])
    expect(listsCarried(order, new Reading(2_000_000), 4).map((l) => l.url)).toEqual(['https://a.example/master.m3u8']);
});
