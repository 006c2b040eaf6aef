import { join } from 'node:path';
import { isWhole, keepMedia } from '../keep-media.js';
import { valueOf, type Exchange } from '../exchange.js';
import { inTime, type Asking } from './fetch-pieces.js';
import { noFilm, type Film } from './film.js';
import { fragmentOf, headOf, isWholeFilm, type Fragment } from './fragment.js';
import { joinPieces } from './join-pieces.js';
import type { FilmsOrder } from './keep-films.js';

const HEAD = 65_536;
const FILM = /^(video|audio)\/|^application\/(octet-stream|mp4|vnd\.apple)|^$/i;
export interface Carried extends Fragment {
  exchange: Exchange;
}

/** What a player fetched and fed to its page itself, where no list was seen: whole files, or fragments in the order of their own clock. */
export async function keepCarried(asking: Asking, order: FilmsOrder): Promise<Film[]> {
  const { guard, media, page, limits } = order;
  const carried = carriedOf(guard.exchanges.filter((e) => !media.some((m) => m.url === e.url)));
  const inPieces = [...new Set(carried.filter(({ exchange: e }) => isPart(e)).map((c) => c.exchange.url))];
  const files = inPieces.slice(0, limits.films).map((url) => ({ kind: 'video' as const, url }));
  await inTime(order.until, keepMedia(guard, files, page, limits.redirects, media));
  const films: Film[] = [];
  for (const { kind, pieces } of tracksOf(carried.filter((c) => !inPieces.includes(c.exchange.url))).slice(0, limits.films)) {
    const file = join(order.rawDir, 'films', `${kind}-${films.length + 1}`);
    const fetched = pieces.map(({ exchange, init }) => ({
      piece: { url: exchange.url, range: null, key: null, role: init ? ('init' as const) : ('segment' as const), seconds: null },
      came: { exchange, first: 0, bytes: exchange.bytes },
      refused: false,
      says: null,
    }));
    const left = limits.total_bytes - films.reduce((sum, f) => sum + f.bytes, 0);
    const joined = await joinPieces(asking, fetched, file, Math.min(limits.film_bytes, left));
    const { bytes, sha256, from, missing } = joined;
    const whole = missing.length === 0 && isOneFile(pieces);
    const says = whole ? [] : [`no list of its pieces was seen: ${whatCame(pieces)}`, ...missing];
    films.push({ ...noFilm(kind, 'carried', page), state: whole ? 'whole' : 'partial', says, file, bytes, sha256, joinedFrom: from });
  }
  return films;
}

const whatCame = (pieces: Carried[]): string => {
  if (pieces.length === 1) return "this is the one file that the page's player fetched";
  return `these are the ${pieces.filter((p) => !p.init).length} that the page's player fetched`;
};
/** A whole film in one file that was fed to its page: it says itself where it ends. */
const isOneFile = ([only, ...others]: Carried[]): boolean =>
  others.length === 0 && only.alone && isWhole(only.exchange) && isWholeFilm(only.exchange.body!, only.exchange.bytes);

/** Answers that are film by their first bytes. */
export function carriedOf(exchanges: readonly Exchange[]): Carried[] {
  return exchanges.flatMap((exchange) => {
    const { body, bytes, status, fault, endedAt, responseHeaders } = exchange;
    const type = valueOf(responseHeaders, 'content-type');
    if (!body || bytes === 0 || fault || !endedAt || (status !== 200 && status !== 206) || !FILM.test(type)) return [];
    const fragment = fragmentOf(headOf(body, HEAD)) ?? (isWholeFilm(body, bytes) ? { ...BARE, ...WHOLE } : null);
    return fragment || (isPart(exchange) && /^(video|audio)\//i.test(type)) ? [{ ...(fragment ?? BARE), exchange }] : [];
  });
}
/** its index may stand at its end */
const WHOLE = { init: true, alone: true, holds: 'mp4' } as const;
const BARE: Fragment = { init: false, alone: false, holds: 'unknown', kind: 'video', track: 0, time: null };
/** A part of one file, asked for by its bytes. */
const isPart = (e: Exchange): boolean => e.status === 206;

const MOST_BEGINS = 20;
const COMPARED = 2_048;

/** Each beginning with the fragments that go with it, in the order of their own clock; each once. */
export function tracksOf<C extends Carried>(carried: C[]): { kind: 'video' | 'audio'; pieces: C[] }[] {
  const begins = onceEach(
    carried.filter((c) => c.init),
    (c) => c.exchange.url,
  ).slice(0, MOST_BEGINS);
  const first = carried.find((c) => c.holds === 'ts');
  const tracks = [...begins, ...(first ? [first] : [])].map((begin) => ({ begin, pieces: [] as C[] }));
  for (const c of carried) {
    if (c.init) continue;
    let [nearest, near] = [null as C[] | null, -1];
    for (const { begin, pieces } of tracks) {
      const nearer = begin.holds === c.holds ? nearness(begin, c) : -1;
      if (nearer > near) [nearest, near] = [pieces, nearer];
    }
    nearest?.push(c);
  }
  return tracks.flatMap(({ begin, pieces }) => {
    if (pieces.length === 0 && !begin.alone) return [];
    const distinct = onceEach(pieces, (p) => p.time ?? p.exchange.url);
    const inOrder = distinct.every((p) => p.time !== null) ? distinct.sort((a, b) => a.time! - b.time!) : distinct;
    return [{ kind: begin.kind, pieces: begin.init ? [begin, ...inOrder] : inOrder }];
  });
}
/** The first of each key. */
const onceEach = <T>(all: T[], key: (one: T) => unknown): T[] => {
  const seen = new Set<unknown>();
  return all.filter((one) => !seen.has(key(one)) && seen.add(key(one)));
};
/** The same track, then the likest address. */
function nearness(begin: Carried, { exchange, track }: Carried): number {
  const [a, b] = [begin.exchange.url, exchange.url];
  const most = Math.min(a.length, b.length, COMPARED);
  let same = 0;
  while (same < most && a[same] === b[same]) same++;
  return (begin.track === track ? 100_000 : 0) + same;
}
