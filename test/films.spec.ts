import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Guard } from '../src/crawl/engine/guard.js';
import type { Medium } from '../src/crawl/engine/keep-media.js';
import { captureLimits } from '../src/crawl/engine/limits.js';
import { keepFilms, type KeptFilms } from '../src/crawl/engine/media/keep-films.js';
import type { Player } from '../src/crawl/engine/media/players.js';
import { AUDIO, openFilmSite, TS, VIDEO, type FilmSite } from './kit/film-site.js';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const WHOLE: [string, Buffer[]][] = [
  ['/hls/media.m3u8', [Buffer.concat(TS)]],
  ['/hls/master.m3u8', [Buffer.concat(TS)]],
  ['/apart/master.m3u8', [Buffer.concat(VIDEO), Buffer.concat(AUDIO)]],
  ['/locked/list.m3u8', [Buffer.concat(TS)]],
  ['/dash/numbered.mpd', [Buffer.concat(VIDEO)]],
  ['/dash/timed.mpd', [Buffer.concat(VIDEO)]],
];
const HARMFUL: [string, string, RegExp][] = [
  ['/inside.m3u8', 'refused', /leads to the inside/],
  ['/loop.m3u8', 'lost', /list of lists/],
  ['/no-web.m3u8', 'lost', /an address of file:/],
  ['/endless.m3u8', 'none', /$/],
  ['/locked/drm.m3u8', 'lost', /protected \(SAMPLE-AES\)/],
  ['/locked/wrong.m3u8', 'lost', /none of sixteen bytes/],
  ['/hls/huge.m3u8', 'refused', /the answer was 404/],
];

describe('a film in pieces', () => {
  let site: FilmSite;
  let dir: string;
  let n = 0;
  /** The films of a page whose player names this list, as if the browser had left it alone. */
  const keep = async (
    path: string,
    more: Partial<typeof captureLimits> = {},
    player: Partial<Player> = {},
    told: string[] = [],
    before: string[][] = [],
  ): Promise<KeptFilms & { guard: Guard; media: Medium[] }> => {
    const rawDir = join(dir, String(++n));
    mkdirSync(rawDir);
    const limits = { ...captureLimits, ...more };
    const guard = new Guard(limits);
    guard.begin({ rawDir, allow: [site.host] });
    await guard.fetch({ url: site.url('/p/hls'), method: 'GET', headers: ['Host', site.host] });
    for (const [url, ...headers] of before)
      await guard.fetch({ url: site.url(url), method: 'GET', headers: ['Host', site.host, ...headers] });
    const named: Player = {
      kind: 'video',
      source: 'address',
      url: site.url(path),
      seconds: null,
      width: 0,
      height: 0,
      large: true,
      poster: '',
      tracks: [],
    };
    const seen = { players: [{ ...named, ...player }], told };
    const kept: KeptFilms = { films: [], subtitles: [] };
    const media: Medium[] = [];
    const until = Date.now() + limits.film_seconds * 1_000;
    await keepFilms({ guard, limits, rawDir, page: site.url('/p/hls'), until, seen, media }, kept);
    await guard.close();
    return { ...kept, guard, media };
  };
  beforeAll(async () => {
    site = await openFilmSite();
    dir = mkdtempSync(join(tmpdir(), 'lachan-films-'));
  });
  afterAll(() => {
    site.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test.each(WHOLE)('of %s is whole, and says of which exchanges it was joined', async (path, files) => {
    const { films, guard } = await keep(path);
    expect(films.map((f) => [f.state, f.sha256, f.says])).toEqual(files.map((bytes) => ['whole', sha256(bytes), []]));
    for (const [i, film] of films.entries()) {
      expect(readFileSync(film.file!).equals(files[i])).toBe(true);
      expect(film.seconds).toBeCloseTo(6, 1);
      for (const from of film.joinedFrom) expect(guard.exchanges[from.exchange - 1]).toMatchObject({ url: from.url, sha256: from.sha256 });
    }
  });
  test('brings its subtitles on one clock', async () => {
    const { subtitles } = await keep('/hls/master.m3u8');
    expect(subtitles).toMatchObject([{ state: 'whole', language: 'vi', label: 'Tiếng Việt' }]);
    expect(readFileSync(`${subtitles[0].file}.txt`, 'utf8')).toBe('Nước máy nhiễm độc\nBa người chết & nhiều người bệnh');
    expect(readFileSync(subtitles[0].file!, 'utf8')).toContain('00:00:02.500 --> 00:00:04.000');
  });
  test('that only the tags of its page name, or the settings of its player, is found by them', async () => {
    const { films } = await keep('/p/hls', {}, { source: 'none', url: '' }, [site.url('/apart/master.m3u8')]);
    expect(films.map((f) => f.state)).toEqual(['whole', 'whole']);
    const named = await keep('/p/hls', {}, { source: 'none', url: '' }, [], [['/settings.json']]);
    expect(named.films).toMatchObject([{ state: 'whole', source: site.url('/locked/list.m3u8') }]);
    const file = await keep('/p/hls', {}, { source: 'none', url: '' }, ['/page.mp4', '/apart/film.mp4', '/apart/sound.mp4'].map(site.url));
    expect(file.media).toMatchObject([{ state: 'whole', url: site.url('/apart/film.mp4') }]);
  });
  test('of which a player fetched some bytes of its one file is fetched whole', async () => {
    const { films, media, guard } = await keep(
      '',
      {},
      { source: 'streamed', url: 'blob:x' },
      [],
      [
        ['/apart/film.mp4', 'Range', 'bytes=0-740'],
        ['/apart/film.mp4', 'Range', 'bytes=741-2000'],
      ],
    );
    expect([films.length, media.map((m) => m.state)]).toEqual([0, ['whole']]);
    expect(guard.exchanges[media[0].exchange! - 1].sha256).toBe(sha256(Buffer.concat(VIDEO)));
  });
  test('of which every fragment came before, locked or not, is joined without asking again', async () => {
    const had = [1, 2, 3].map((n) => [`/hls/${n}.ts`]);
    const before = site.asked.length;
    const { films } = await keep('/hls/media.m3u8', {}, {}, [], had);
    expect(films[0].state).toBe('whole');
    expect(site.asked.slice(before).filter((u) => u.endsWith('.ts'))).toHaveLength(3);
  });
  test('without one of its pieces is partial, and says which', async () => {
    const { films } = await keep('/hls/broken.m3u8');
    expect(films).toMatchObject([{ state: 'partial', sha256: sha256(Buffer.concat([TS[0], TS[2]])) }]);
    expect(films[0].says).toEqual([expect.stringMatching(/^piece 2 of 3, .*none\.ts: the answer was 404$/)]);
  });
  test('that still goes on is what is there now', async () => {
    const { films } = await keep('/live.m3u8');
    expect(films).toMatchObject([{ state: 'partial', live: true, sha256: sha256(Buffer.concat(TS.slice(1))) }]);
    expect(films[0].says).toEqual(['it was still going on: 4.0 s of it were there']);
  });
  test('of a hundred thousand pieces is asked for as far as it may be', async () => {
    const before = site.asked.length;
    const { films } = await keep('/million.m3u8', { film_pieces: 30 });
    expect(films[0].says[0]).toBe('its list names 100000 segments; the first 30 were asked for');
    expect(site.asked.length - before).toBeLessThan(40);
  });
  test('larger than a film may be ends there', async () => {
    const { films } = await keep('/hls/media.m3u8', { film_bytes: 25_000 });
    expect(films[0]).toMatchObject({ state: 'partial', sha256: sha256(Buffer.concat(TS.slice(0, 2))) });
    expect(films[0].says.join()).toContain('the film has more than 25000 bytes');
  });
  test('that names one piece again and again is, with its sound, no more than a capture may receive', async () => {
    const most = TS[0].length * 5 + 10_000;
    const { films } = await keep('/again/master.m3u8', { total_bytes: most });
    expect(films.map((f) => f.state)).toEqual(['partial', 'lost']);
    expect(films[0].bytes).toBeGreaterThan(TS[0].length * 4);
    expect(films[0].bytes + films[1].bytes).toBeLessThanOrEqual(most);
  });
  test('with a piece that never ends is what came in time', async () => {
    const began = Date.now();
    const { films } = await keep('/slow.m3u8', { film_seconds: 1 });
    expect(Date.now() - began).toBeLessThan(8_000);
    expect(films).toMatchObject([{ state: 'partial', sha256: sha256(Buffer.concat([TS[0], TS[2]])) }]);
    expect(films[0].says[0]).toMatch(/slow\.ts: its time was up$/);
  });
  test.each(HARMFUL)('by a list that means harm, %s, ends %s', async (path, state, says) => {
    const before = site.asked.length;
    const { films } = await keep(path, { film_seconds: 2 });
    expect(site.asked.slice(before)).toContain(path);
    expect(films[0]?.state ?? 'none').toBe(state);
    expect(films[0]?.says.join() ?? '').toMatch(says);
    expect(site.inside.asked).toEqual([]);
  });
});
