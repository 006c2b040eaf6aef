import { afterAll, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Exchange } from './exchange.js';
import type { RawCapture } from './raw.js';
import { withhold } from './withhold.js';

const KEY = 'key-1a2b3c4d5e6f7890-of-the-office';
const dir = mkdtempSync(join(tmpdir(), 'lachan-withhold-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const came = (id: number, type: string, coding: string, bytes: Buffer | string, host = 'mang.example'): Exchange => {
  const body = join(dir, `body-${id}`);
  writeFileSync(body, bytes);
  const responseHeaders = ['Content-Type', type, ...(coding ? ['Content-Encoding', coding] : [])];
  const sha256 = 'as it came';
  return { id, url: `https://${host}/${id}`, body, bytes: bytes.length, sha256, responseHeaders, requestHeaders: [], requestBody: null, fault: null } as never; // prettier-ignore
};
const kept = (exchanges: Exchange[], more: object = {}): RawCapture =>
  withhold(
    { exchanges, subtitles: [], limits: { body_bytes: 100_000, total_bytes: 150_000 }, ...more } as unknown as RawCapture,
    dir,
    [KEY],
    ['mang.example'],
  );

test('a body that was cut, a drawing and a text hold no key any more; a photograph is left as it came', () => {
  const noise = Array.from({ length: 5_000 }, (_, n) => ((n * 7_919) % 251).toString(36)).join(' ');
  const exchanges = [
    came(1, 'text/html', 'gzip', gzipSync(`${KEY}${noise}`).subarray(0, -20)),
    came(2, 'image/svg+xml', '', `<svg>${KEY}</svg>`),
    came(3, 'application/json; charset=utf-8', '', `{"t":"${KEY}"}`, 'khac.example'),
    came(4, 'image/png', '', `png ${KEY}`),
  ];
  const raw = kept(exchanges);
  expect(raw.withheld).toMatchObject({ bodies: [1, 2, 3], bodiesLeftOut: [] });
  expect(exchanges.map(({ body }) => readFileSync(body!).includes(KEY))).toEqual([false, false, false, true]);
  expect(raw.exchanges[0]).toMatchObject({ asItCame: { sha256: 'as it came', coding: 'gzip', places: 1 } });
});
test('subtitles that hold a key are left out, and others stay', () => {
  mkdirSync(join(dir, 'films'));
  const files = [`WEBVTT ${KEY}`, 'WEBVTT Xin chào'].map((text, i) => {
    writeFileSync(join(dir, 'films', `subtitles-${i}`), text);
    return { file: `subtitles-${i}`, state: 'whole', says: [] };
  });
  const { subtitles } = kept([], { subtitles: files });
  expect(subtitles).toMatchObject([{ file: null, state: 'lost' }, files[1]]);
  expect(files.map(({ file }) => existsSync(join(dir, 'films', file)))).toEqual([false, true]);
});
test('a body that nobody here can unpack is left out, and that is said', () => {
  const exchanges = [came(5, 'text/html', 'zstd', 'x'), came(6, 'text/html', 'gzip', gzipSync(Buffer.alloc(200_000)))];
  const raw = kept(exchanges);
  expect(raw.withheld).toMatchObject({ bodies: [], bodiesLeftOut: [5, 6] });
  expect(raw.exchanges).toMatchObject(
    exchanges.map(({ bytes }) => ({ body: null, bytes: 0, sha256: null, asItCame: { sha256: 'as it came', bytes, places: 0 }, fault: { kind: 'cut' } })), // prettier-ignore
  );
  expect(exchanges.some(({ body }) => existsSync(body!))).toBe(false);
});
test('many bodies together are unpacked no further than one capture may hold', () => {
  const packed = gzipSync(Buffer.alloc(80_000));
  const raw = kept([8, 9, 10].map((id) => came(id, 'text/html', 'gzip', packed)));
  expect(raw.withheld).toMatchObject({ bodies: [], bodiesLeftOut: [9, 10] });
});
test('what another host sets is blacked out nowhere', () => {
  const word = 'doanh-nghiep-so-1-cua-thanh-pho';
  const other = came(7, 'text/html', '', word, 'la.example');
  other.responseHeaders.push('Set-Cookie', `a=${word}; Path=/`);
  const raw = kept([other], { text: `Theo ${word}` });
  expect([raw.text, readFileSync(other.body!, 'utf8')]).toEqual([`Theo ${word}`, word]);
  expect(raw.exchanges[0].responseHeaders.at(-1)).toBe('a=[withheld]; Path=/');
});
