import { dashPlan, dashTracks, isDash } from './dash.js';
import { noFilm, type Film } from './film.js';
import { fetchPieces, type Asking } from './fetch-pieces.js';
import { hlsPlan, hlsTracks, isMaster } from './hls.js';
import { joinPieces } from './join-pieces.js';
import { readList, type List } from './lists.js';
import { chosenOf, companionsOf, isLarge, type Bounds } from './rendition.js';
import { secondsOf, Unplayable, type Plan, type Track } from './stream.js';

export interface FilmLimits extends Bounds {
  film_pieces: number;
  film_list_bytes: number;
}
/** A rendition with what is to be asked for it, or why nothing is. */
export interface Planned {
  track: Track;
  source: string;
  by: 'hls' | 'dash';
  plan: Plan | null;
  says: string | null;
  refused: boolean;
}

/** The renditions to keep of a stream: one film, the sound that goes with it, its subtitles. */
export async function planStream(asking: Asking, list: List, asked: string[], limits: FilmLimits): Promise<Planned[]> {
  try {
    return isDash(list.text) ? ofDash(list, asked, limits) : await ofHls(asking, list, asked, limits);
  } catch (error) {
    return [{ track: UNKNOWN, source: list.url, by: isDash(list.text) ? 'dash' : 'hls', plan: null, says: says(error), refused: false }];
  }
}
const UNKNOWN: Track = { kind: 'video', bandwidth: 0, width: null, height: null, codecs: null, language: null, label: null, knownBy: [] };
const says = (error: unknown): string => {
  if (error instanceof Unplayable) return error.message;
  throw error;
};
const MOST_SUBTITLES = 5;

function ofDash(list: List, asked: string[], limits: FilmLimits): Planned[] {
  const tracks = dashTracks(list.text, list.url);
  const planned = (track: (typeof tracks)[number]): Planned => {
    const common = { track, source: list.url, by: 'dash' as const, refused: false };
    try {
      const plan = dashPlan(track, limits.film_pieces, { now: Date.now() / 1_000, back: 60 });
      return { ...common, plan, says: null };
    } catch (error) {
      return { ...common, plan: null, says: says(error) };
    }
  };
  const of = (kind: Track['kind']) => tracks.filter((t) => t.kind === kind);
  let film = chosenOf(of('video'), asked, limits);
  const first = film && planned(film).plan;
  if (film && first && isLarge(first, film.bandwidth, limits))
    film = chosenOf(of('video'), [], { ...limits, film_bandwidth: (limits.film_bytes * 8) / secondsOf(first) });
  const sound = chosenOf(of('audio'), asked, limits);
  return [...(film ? [film] : []), ...(sound ? [sound] : []), ...of('subtitles').slice(0, MOST_SUBTITLES)].map(planned);
}

async function ofHls(asking: Asking, list: List, asked: string[], limits: FilmLimits): Promise<Planned[]> {
  if (!isMaster(list.text))
    return [
      { track: UNKNOWN, source: list.url, by: 'hls', refused: false, says: null, plan: hlsPlan(list.text, list.url, limits.film_pieces) },
    ];
  const tracks = hlsTracks(list.text, list.url);
  const variants = tracks.filter((t) => t.kind === 'video' && t.group === null);
  const planned = async (track: (typeof tracks)[number]): Promise<Planned> => {
    const common = { track, source: track.url, by: 'hls' as const };
    const read = await readList(asking, track.url, limits.film_list_bytes);
    if ('says' in read) return { ...common, plan: null, ...read };
    try {
      return { ...common, plan: hlsPlan(read.text, read.url, limits.film_pieces), says: null, refused: false };
    } catch (error) {
      return { ...common, plan: null, says: says(error), refused: false };
    }
  };
  let chosen = chosenOf(variants, asked, limits);
  if (!chosen) throw new Unplayable('its list names no rendition');
  let film = await planned(chosen);
  if (film.plan && isLarge(film.plan, chosen.bandwidth, limits)) {
    const smaller = chosenOf(variants, [], { ...limits, film_bandwidth: (limits.film_bytes * 8) / secondsOf(film.plan) })!;
    if (smaller !== chosen) film = await planned((chosen = smaller));
  }
  const { sound, subtitles } = companionsOf(tracks, chosen, asked);
  const others = await Promise.all([...(sound ? [sound] : []), ...subtitles.slice(0, MOST_SUBTITLES)].map(planned));
  return [film, ...others];
}

/** Fetches and joins one rendition, so many bytes and no more; `file` is where it goes. */
export async function keepTrack(asking: Asking, planned: Planned, file: string, mostBytes: number): Promise<Film> {
  const { track, plan } = planned;
  const film = noFilm(track.kind === 'audio' ? 'audio' : 'video', planned.by, planned.source);
  Object.assign(film, { width: track.width, height: track.height, codecs: track.codecs, bandwidth: track.bandwidth || null });
  if (!plan) return { ...film, state: planned.refused ? 'refused' : 'lost', says: [planned.says ?? ''] };
  const fetched = await fetchPieces(asking, plan.pieces, mostBytes);
  const joined = await joinPieces(asking, fetched, file, mostBytes);
  const nothing = joined.from.every((f) => f.role === 'init');
  const all = joined.missing.length === 0 && plan.says.length === 0 && !plan.live;
  return {
    ...film,
    live: plan.live,
    state: nothing ? (joined.refused > 0 && joined.refused === joined.missing.length ? 'refused' : 'lost') : all ? 'whole' : 'partial',
    says: [
      ...(plan.live ? [`it was still going on: ${joined.seconds.toFixed(1)} s of it were there`] : []),
      ...plan.says,
      ...joined.missing.slice(0, 20),
      ...(joined.missing.length > 20 ? [`and ${joined.missing.length - 20} pieces more`] : []),
    ],
    file: nothing ? null : file,
    bytes: nothing ? 0 : joined.bytes,
    sha256: nothing ? null : joined.sha256,
    seconds: joined.seconds > 0 ? joined.seconds : null,
    discontinuities: plan.discontinuities,
    joinedFrom: joined.from,
  };
}
