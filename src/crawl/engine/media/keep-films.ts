import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { keepMedia, type Medium } from '../keep-media.js';
import type { Guard } from '../guard.js';
import type { Limits } from '../limits.js';
import { keepCarried } from './carried.js';
import type { Film, Subtitles } from './film.js';
import { isFilm } from './film-type.js';
import { inTime, type Asking } from './fetch-pieces.js';
import { keepTrack, planStream, type Planned } from './keep-stream.js';
import { keepSubtitles, keepTextTrack } from './keep-subtitles.js';
import { listsCarried, listsNamed, readList, Reading, type List } from './lists.js';
import type { SeenPlayers } from './players.js';

/** What the films of a post came to; filled while they come, so that what is there stays if time runs out. */
export interface KeptFilms {
  films: Film[];
  subtitles: Subtitles[];
}
export interface FilmsOrder {
  guard: Guard;
  limits: Limits;
  rawDir: string;
  page: string;
  until: number;
  seen: SeenPlayers;
  /** the files of the post; a list of a stream among them is taken out */
  media: Medium[];
}

/** Films that are no single file: by the lists that the page fetched or names, else by what its player fetched. */
export async function keepFilms(order: FilmsOrder, kept: KeptFilms): Promise<object> {
  const { guard, limits, media, seen, page } = order;
  mkdirSync(join(order.rawDir, 'films'), { recursive: true });
  const asked = guard.exchanges.map((e) => e.url);
  const asking: Asking = { guard, page, redirects: limits.redirects, until: order.until };
  const reading = new Reading(limits.film_list_bytes);
  const named = takeLists(order, reading);
  const streamed = !seen.part && seen.players.some((p) => p.source !== 'address');
  const lists = [...named, ...(streamed ? listsCarried(guard.exchanges, reading, limits.films) : [])].filter(once);
  const wanting = (): boolean => kept.films.length === 0 && !media.some((m) => m.kind === 'video' && m.state === 'whole');
  for (const list of lists.slice(0, limits.films)) await keepList(order, asking, list, asked, kept);
  if (wanting()) await keepTold(order, asking, asked, reading, kept);
  if (wanting() && streamed) kept.films.push(...(await keepCarried(asking, order)));
  for (const track of seen.players.flatMap((p) => p.tracks).slice(0, limits.films * 2))
    if (/^https?:/.test(track.url)) await keepTextTrack(asking, track, order.rawDir, kept.subtitles, limits.film_list_bytes);
  return { lists: lists.length, films: kept.films.length, subtitles: kept.subtitles.length, unread: reading.passed };
}
const once = (list: List, i: number, all: List[]): boolean => all.findIndex((l) => l.url === list.url) === i;

async function keepList(order: FilmsOrder, asking: Asking, list: List, asked: string[], kept: KeptFilms): Promise<void> {
  for (const planned of await planStream(asking, list, asked, order.limits)) {
    if (planned.track.kind === 'subtitles') await keepSubtitles(asking, planned, order.rawDir, kept.subtitles);
    else kept.films.push(await keepTrack(asking, planned, fileFor(order.rawDir, kept, planned), leftFor(kept, order.limits)));
  }
}
/** What one film more may have: a list may name one piece again and again, and all films together are no more than a capture may receive. */
const leftFor = ({ films }: KeptFilms, { film_bytes: one, total_bytes: all }: Limits): number =>
  Math.max(0, Math.min(one, all - films.reduce((sum, f) => sum + f.bytes, 0)));
const fileFor = (rawDir: string, kept: KeptFilms, { track }: Planned): string =>
  join(rawDir, 'films', `${track.kind}-${kept.films.length + 1}`);

/** The lists that the post itself names as its films. */
function takeLists({ guard, media }: FilmsOrder, reading: Reading): List[] {
  const lists: List[] = [];
  for (const medium of [...media]) {
    if (medium.kind === 'picture' || medium.exchange === null) continue;
    const { url } = guard.exchanges[medium.exchange - 1];
    const found = listsCarried([guard.exchanges[medium.exchange - 1]], reading, 1);
    if (found.length === 0) continue;
    lists.push({ ...found[0], url });
    media.splice(media.indexOf(medium), 1);
  }
  return lists;
}

/** What the page says of its film where no player has begun: its tags, its data, the settings of its player. */
async function keepTold(order: FilmsOrder, asking: Asking, asked: string[], reading: Reading, kept: KeptFilms): Promise<void> {
  const { limits, seen, media } = order;
  const told = [...seen.players.map((p) => p.url), ...seen.told].filter((url) => /^https?:/.test(url));
  const named = seen.part || seen.players.length === 0 ? [] : namedInTexts(order, reading);
  for (const url of [...new Set([...told, ...named])].slice(0, 2 * limits.films)) {
    if (!/\.(m3u8|mpd)(\?|$)/i.test(url)) {
      const none = kept.films.length === 0 && !media.some((m) => m.kind === 'video' && m.state === 'whole');
      if (none && FILE.test(url)) await keepFile(order, url, media);
      continue;
    }
    const list = await readList(asking, url, limits.film_list_bytes);
    if (!('says' in list)) await keepList(order, asking, list, asked, kept);
    if (kept.films.some((f) => f.file !== null)) return;
  }
}

/** Of all that the page brought in words, so much and no more. */
function namedInTexts({ guard, limits, rawDir }: FilmsOrder, reading: Reading): string[] {
  const dom = join(rawDir, 'dom.html');
  const named = existsSync(dom) ? listsNamed(reading.file(dom), limits.films) : [];
  for (const e of guard.exchanges) {
    if (named.length >= limits.films) break;
    if (isText(e.responseHeaders)) named.push(...listsNamed(reading.text(e) ?? '', limits.films));
  }
  return named;
}
const FILE = /\.(mp4|m4v|webm|mov|ogv)(\?|$)/i;
const isText = (headers: string[]): boolean =>
  headers.some((h, i) => i % 2 === 1 && /^content-type$/i.test(headers[i - 1]) && /json|javascript|html/i.test(h));

async function keepFile({ guard, page, limits, until }: FilmsOrder, url: string, media: Medium[]): Promise<void> {
  if (media.some((m) => m.url === url)) return;
  const found: Medium[] = [];
  await inTime(until, keepMedia(guard, [{ kind: 'video', url }], page, limits.redirects, found));
  for (const medium of found) if (medium.exchange === null || (await isFilm(guard.exchanges[medium.exchange - 1].body))) media.push(medium);
}
