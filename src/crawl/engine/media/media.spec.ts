import { expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from '../exchange.js';
import { tracksOf, type Carried } from './carried.js';
import { cameBy } from './fetch-pieces.js';
import { fragmentOf, isWholeFilm } from './fragment.js';
import { momentsOf, shareOf } from './frames.js';
import { listsNamed } from './lists.js';
import { chosenOf } from './rendition.js';
import { resolved, type Track } from './stream.js';
import { joinVtt, wordsOf } from './subtitles.js';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../../../test/fixtures/media', name));
const track = (bandwidth: number, height: number, url = `${bandwidth}`): Track => ({
  kind: 'video',
  bandwidth,
  width: null,
  height,
  codecs: null,
  language: null,
  label: null,
  knownBy: [url],
});
const BOUNDS = { film_bandwidth: 3_000_000, film_height: 720, film_bytes: 1e8 };
const exchange = (more: Partial<Exchange>): Exchange =>
  ({
    id: 1,
    method: 'GET',
    status: 206,
    bytes: 100,
    body: '/x',
    endedAt: 'x',
    fault: null,
    responseHeaders: ['Content-Range', 'bytes 100-199/900'],
    ...more,
  }) as Exchange;

test('the rendition that the page played is kept, else the best within the bounds, else the smallest', () => {
  const tracks = [track(9e6, 2160), track(2e6, 720), track(5e5, 360)];
  expect(chosenOf(tracks, [], BOUNDS)!.height).toBe(720);
  expect(chosenOf(tracks, ['500000', '9000000'], BOUNDS)!.height).toBe(2160);
  expect(chosenOf([track(9e6, 2160), track(8e6, 1440)], [], BOUNDS)!.height).toBe(1440);
});
test('bytes count only where an answer brought exactly them', () => {
  expect(cameBy(exchange({}), [120, 139])).toMatchObject({ first: 20, bytes: 20 });
  expect(cameBy(exchange({}), [100, 200])).toBeNull();
  expect(cameBy(exchange({ bytes: 99 }), [100, 199])).toBeNull();
  expect(cameBy(exchange({}), null)).toBeNull();
  expect(cameBy(exchange({ status: 200, bytes: 900, responseHeaders: [] }), [100, 199])).toMatchObject({ first: 100, bytes: 100 });
});
test('pieces say themselves what they are', () => {
  expect(fragmentOf(fixture('video-0.mp4'))).toMatchObject({ init: true, alone: false, holds: 'mp4', kind: 'video', track: 1 });
  expect(fragmentOf(fixture('audio-0.mp4'))).toMatchObject({ init: true, kind: 'audio' });
  expect([1, 2, 3].map((n) => fragmentOf(fixture(`video-${n}.mp4`))!.time)).toEqual(
    [...[1, 2, 3].map((n) => fragmentOf(fixture(`video-${n}.mp4`))!.time)].sort((a, b) => a! - b!),
  );
  expect(fragmentOf(fixture('ts-1.mpegts'))).toMatchObject({ holds: 'ts', alone: true });
  expect(fragmentOf(Buffer.from('<!doctype html><title>'))).toBeNull();
});
test('a film in one file says itself where it ends', () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-whole-'));
  const box = (type: string, ...inside: Buffer[]) => {
    const body = Buffer.concat(inside);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8);
    head.write(type, 4);
    return Buffer.concat([head, body]);
  };
  const whole = (...parts: Buffer[]) => {
    writeFileSync(join(dir, 'film'), Buffer.concat(parts));
    return isWholeFilm(join(dir, 'film'), Buffer.concat(parts).length);
  };
  const pieces = [0, 1, 2, 3].map((n) => fixture(`video-${n}.mp4`));
  expect([whole(...pieces), whole(...pieces, box('mfra')), whole(...pieces, box('mfra').subarray(0, 7))]).toEqual([false, true, false]);
  const plain = [box('ftyp', Buffer.from('isom')), box('mdat', Buffer.alloc(900)), box('moov')];
  expect([whole(...plain), whole(...plain.slice(0, 2)), whole(...plain, Buffer.from('x'))]).toEqual([true, false, false]);
  rmSync(dir, { recursive: true });
});
test('pieces find their beginning by their address and their order by their clock', () => {
  const carried = (url: string, more: Partial<Carried>): Carried =>
    ({ init: false, alone: false, holds: 'mp4', kind: 'video', track: 1, time: null, exchange: { url }, ...more }) as Carried;
  const pieces = [
    carried('/video/init', { init: true }),
    carried('/audio/init', { init: true, kind: 'audio' }),
    carried('/video/2', { time: 20 }),
    carried('/audio/1', { time: 10 }),
    carried('/video/1', { time: 10 }),
    carried('/video/1b', { time: 10 }),
  ];
  expect(tracksOf(pieces).map((t) => [t.kind, t.pieces.map((p) => p.exchange.url)])).toEqual([
    ['video', ['/video/init', '/video/1', '/video/2']],
    ['audio', ['/audio/init', '/audio/1']],
  ]);
});
test('pieces in great number find theirs in little time', () => {
  const long = `/${'x'.repeat(4_000)}`;
  const carried = (url: string, more: Partial<Carried>): Carried =>
    ({ init: false, alone: false, holds: 'mp4', kind: 'video', track: 1, time: null, exchange: { url }, ...more }) as Carried;
  const begins = Array.from({ length: 700 }, (_, n) => carried(`${long}/${n}`, { init: true }));
  const pieces = Array.from({ length: 1_300 }, (_, n) => carried(`${long}/piece-${n}`, { time: n }));
  const began = Date.now();
  const [track] = tracksOf([...begins, ...pieces]);
  expect(Date.now() - began).toBeLessThan(3_000);
  expect(track.pieces).toHaveLength(1_301);
});
test('an address that only grows long when it is written out is refused', () => {
  expect(() => resolved('ư'.repeat(4_000), 'https://m.example/a/')).toThrow('too long');
});
test('subtitles of nothing but beginnings of marks take no time', () => {
  const began = Date.now();
  const line = '<'.repeat(4_000_000);
  expect(wordsOf(`WEBVTT\n\n00:01.000 --> 00:02.000\n${line}\n`)).toBe(line);
  expect(Date.now() - began).toBeLessThan(1_000);
});
test('subtitles in pieces come on one clock, each cue once', () => {
  const piece = (ticks: number, ...cues: string[]) =>
    `WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:${ticks},LOCAL:00:00:00.000\n\n${cues.join('\n\n')}\n`;
  const joined = joinVtt([
    piece(900_000, '00:01.000 --> 00:02.000 line:0\nMột', '00:04.000 --> 00:05.000\nHai'),
    piece(1_080_000, '00:02.000 --> 00:03.000\nHai', '00:04.000 --> 00:05.000\n<i>Ba</i>'),
  ]);
  expect(joined).toBe(
    'WEBVTT\n\n00:00:01.000 --> 00:00:02.000 line:0\nMột\n\n00:00:04.000 --> 00:00:05.000\nHai\n\n00:00:06.000 --> 00:00:07.000\n<i>Ba</i>\n',
  );
  expect(wordsOf(joined)).toBe('Một\nHai\nBa');
});
test('addresses of lists are found in the settings of a player', () => {
  const text = String.raw`{"hls":"https:\/\/m.example\/a\/x.m3u8?t=1","pic":"https:\/\/m.example\/x.jpg"} 'https://m.example/b.mpd'`;
  expect(listsNamed(text, 5)).toEqual(['https://m.example/a/x.m3u8?t=1', 'https://m.example/b.mpd']);
  const began = Date.now();
  listsNamed('https://a'.repeat(200_000), 5);
  expect(Date.now() - began).toBeLessThan(3_000);
});
test('stills are some seconds apart, and of a long film as many over all of it', () => {
  const limits = { frames: 4, frame_every_seconds: 5, frame_pixels: 640 };
  expect(momentsOf(17, limits)).toEqual([0, 5, 10, 15]);
  expect(momentsOf(6, limits)).toEqual([0, 2, 4]);
  expect(momentsOf(0.5, limits)).toEqual([0]);
  expect(momentsOf(400, limits)).toEqual([0, 100, 200, 300]);
  expect(momentsOf(0, limits)).toEqual([0]);
});
test('the stills of a post are shared by its films, and what one leaves the next ones have', () => {
  const taken = (long: number[]) => {
    const stills: number[] = [];
    for (const [i, most] of long.entries()) stills.push(Math.min(most, shareOf(12 - stills.reduce((a, b) => a + b, 0), long.length - i)));
    return stills;
  };
  expect(taken([99, 99, 99])).toEqual([4, 4, 4]);
  expect(taken([1, 99, 99])).toEqual([1, 6, 5]);
  expect(taken(Array.from({ length: 14 }, () => 99))).toEqual([...Array.from({ length: 12 }, () => 1), 0, 0]);
});
