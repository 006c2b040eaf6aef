import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { CaptureOptions, CaptureResult } from '../../src/crawl/engine/index.js';
import { ahead } from '../kit/ahead.js';
import { LATE_INDEX, ONE, openFilmSite, TS, VIDEO, type FilmSite } from '../kit/film-site.js';

const { captureUrl } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js'))) as {
  captureUrl(options: CaptureOptions): Promise<CaptureResult>;
};
const { openZip } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/zip.js'))) as {
  openZip(file: string): Promise<{ read(name: string): Promise<Buffer>; close(): void }>;
};
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a capture of a post whose film comes in pieces', () => {
  let site: FilmSite;
  let dir: string;
  let seen: (path: string) => Promise<CaptureResult>;
  const partOf = (r: CaptureResult, name: string) => r.files.find((f) => f.name === name);
  const provenanceOf = async (r: CaptureResult) => {
    const zip = await openZip(partOf(r, 'package')!.path);
    const provenance = JSON.parse((await zip.read('provenance.json')).toString()) as {
      films: { joinedFrom: { sha256: string }[]; sha256: string; file: string }[];
      looked: { says: string | null; width: number }[];
      exchanges: { url: string; sha256: string }[];
    };
    zip.close();
    return provenance;
  };
  beforeAll(async () => {
    site = await openFilmSite();
    dir = mkdtempSync(join(tmpdir(), 'lachan-films-'));
    seen = ahead(['/p/hls', '/p/dash', '/p/mse', '/p/mse-one', '/p/mse-first', '/p/blob', '/p/unplayed'], (path) =>
      captureUrl({ url: site.url(path), outDir: join(dir, path.replaceAll('/', '-')), dataDir: join(dir, 'data'), allow: [site.host] }),
    );
  });
  afterAll(() => {
    site.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('by a list keeps the film, its subtitles and their words, and the hashes of all that it was joined from', async () => {
    const r = await seen('/p/hls');
    expect([r.outcome, r.missing]).toEqual(['complete', []]);
    expect(partOf(r, 'video-1')).toMatchObject({
      sha256: sha256(Buffer.concat(TS)),
      mediaType: 'video/mp2t',
      facts: { seconds: 6, pieces: 3 },
    });
    expect(partOf(r, 'subtitles-1')).toMatchObject({ mediaType: 'text/vtt; charset=utf-8', facts: { language: 'vi', kind: 'subtitles' } });
    expect(readFileSync(partOf(r, 'subtitles-1-text')!.path, 'utf8')).toContain('Nước máy nhiễm độc');
    const { films, exchanges, looked } = await provenanceOf(r);
    expect(films[0].joinedFrom.map((f) => f.sha256)).toEqual(TS.map(sha256));
    expect(exchanges.map((e) => e.sha256)).toEqual(expect.arrayContaining(TS.map(sha256)));
    expect(JSON.stringify(films)).not.toContain(dir);
    // a browser without this codec says so
    expect(looked).toEqual([expect.objectContaining(looked[0].says === null ? { width: 160, frames: 3 } : { frames: 0 })]);
  });
  test('that its player fetched a part of is completed by the list that the player read, and stills are taken of it', async () => {
    const r = await seen('/p/dash');
    expect([r.outcome, r.missing]).toEqual(['complete', []]);
    expect(partOf(r, 'video-1')).toMatchObject({
      sha256: sha256(Buffer.concat(VIDEO)),
      mediaType: 'video/mp4',
      facts: { width: 160, height: 90 },
    });
    const stills = r.files.filter((f) => f.name.startsWith('frame-'));
    expect(stills.map((f) => [f.name, f.facts?.of, f.facts?.seconds])).toEqual([
      ['frame-1', 'video-1', 0],
      ['frame-2', 'video-1', 2],
      ['frame-3', 'video-1', 4],
    ]);
    const [first, second] = await Promise.all(stills.map((f) => sharp(f.path).metadata()));
    expect([first.format, first.width, first.height, second.width]).toEqual(['jpeg', 160, 90, 160]);
    expect(stills[0].sha256).not.toBe(stills[1].sha256);
    expect((await sharp(stills[0].path).stats()).entropy).toBeGreaterThan(2);
    expect(site.asked.filter((u) => u === '/dash/1.mp4')).toHaveLength(1); // what the player had is not asked for again
    expect((await provenanceOf(r)).exchanges.some((e) => e.url.includes('film.invalid'))).toBe(false);
  });
  test('without a list is what its player fetched, in the order of its own clock, and is called a part', async () => {
    const r = await seen('/p/mse');
    expect(r.outcome).toBe('partial');
    expect(partOf(r, 'video-1')).toMatchObject({ sha256: sha256(Buffer.concat(VIDEO)), facts: { partial: true, pieces: 4 } });
    expect(r.missing).toEqual([expect.stringContaining('no list of its pieces was seen: these are the 3 that the page')]);
  });
  test.each([
    ['/p/mse-one', ONE],
    ['/p/blob', LATE_INDEX],
  ])('of %s, which a script feeds to its page in one file, is whole', async (path, file) => {
    const r = await seen(path);
    expect([r.outcome, r.missing]).toEqual(['complete', []]);
    expect(partOf(r, 'video-1')).toMatchObject({ sha256: sha256(file()), facts: { pieces: 1 } });
  });
  test('in one file that does not say where it ends may be a part, and is called so', async () => {
    const r = await seen('/p/mse-first');
    const says = "no list of its pieces was seen: this is the one file that the page's player fetched";
    expect([r.outcome, r.missing]).toEqual(['partial', [`video ${site.url('/p/mse-first')}: ${says}`]]);
  });
  test('of which nothing came and nothing else tells is missing', async () => {
    const r = await seen('/p/unplayed');
    expect([r.outcome, r.missing]).toEqual(['partial', ['film of the page: its player names no file, and nothing of it came']]);
  });
});
