import { attributesOf, byteRange, durationOf, hexOf } from './hls-attributes.js';
import { resolved, Unplayable, type Key, type Piece, type Plan, type Track, type TrackKind } from './stream.js';

/** A rendition of a master list, and where its own list lies. */
export interface HlsTrack extends Track {
  url: string;
  group: string | null;
  /** which group of sound and of subtitles goes with it */
  sound: string | null;
  subtitles: string | null;
  chosenByDefault: boolean;
}
const OF_TYPE: Record<string, TrackKind> = { AUDIO: 'audio', VIDEO: 'video', SUBTITLES: 'subtitles' };
const MOST_TRACKS = 500;

export const isHls = (text: string): boolean => /^\uFEFF?#EXTM3U/.test(text);
/** A list of lists, by RFC 8216: it names renditions and no segment. */
export const isMaster = (text: string): boolean => /^#EXT-X-STREAM-INF:/m.test(text);
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The renditions of a master list. */
export function hlsTracks(text: string, base: string): HlsTrack[] {
  const tracks: HlsTrack[] = [];
  let variant: Record<string, string> | null = null;
  for (const line of linesOf(text)) {
    if (tracks.length >= MOST_TRACKS) break;
    if (line.startsWith('#EXT-X-STREAM-INF:')) variant = attributesOf(line);
    else if (line.startsWith('#EXT-X-MEDIA:')) {
      const a = attributesOf(line);
      if (a.URI && Object.hasOwn(OF_TYPE, a.TYPE ?? '')) tracks.push(trackOf(OF_TYPE[a.TYPE], a, resolved(a.URI, base)));
    } else if (!line.startsWith('#') && variant) {
      tracks.push(trackOf('video', variant, resolved(line, base)));
      variant = null;
    }
  }
  return tracks;
}

function trackOf(kind: TrackKind, a: Record<string, string>, url: string): HlsTrack {
  const [width, height] = /^(\d{1,6})x(\d{1,6})$/
    .exec(a.RESOLUTION ?? '')
    ?.slice(1)
    .map(Number) ?? [null, null];
  return {
    kind,
    url,
    knownBy: [url],
    bandwidth: Number(a.BANDWIDTH) || 0,
    width,
    height,
    codecs: a.CODECS ?? null,
    language: a.LANGUAGE ?? null,
    label: a.NAME ?? null,
    group: a['GROUP-ID'] ?? null,
    sound: a.AUDIO ?? null,
    subtitles: a.SUBTITLES ?? null,
    chosenByDefault: a.DEFAULT === 'YES',
  };
}

/** What one media list asks for, `most` pieces at most: linear in its length, and no list is followed from here. */
export function hlsPlan(text: string, base: string, most: number): Plan {
  if (isMaster(text)) throw new Unplayable('a list of lists stands where a list of segments was promised');
  const plan: Plan = { pieces: [], live: true, discontinuities: 0, says: [] };
  let [sequence, seconds, range, named] = [0, null as number | null, '', 0];
  let [key, map, mapMade] = [null as { url: string; iv: string | null } | null, null as Piece | null, false];
  const ends = new Map<string, number>();
  const keyAt = (): Key | null => key && { url: key.url, iv: key.iv ?? sequence.toString(16).padStart(32, '0') };
  for (const line of linesOf(text)) {
    if (line.startsWith('#EXT-X-MEDIA-SEQUENCE:')) sequence = Number(line.slice(22)) || 0;
    else if (line.startsWith('#EXTINF:')) seconds = durationOf(line.slice(8));
    else if (line.startsWith('#EXT-X-BYTERANGE:')) range = line.slice(17);
    else if (line === '#EXT-X-ENDLIST' || line === '#EXT-X-PLAYLIST-TYPE:VOD') plan.live = false;
    else if (line === '#EXT-X-DISCONTINUITY') plan.discontinuities++;
    else if (line.startsWith('#EXT-X-KEY:')) key = keyOf(attributesOf(line), base);
    else if (line.startsWith('#EXT-X-MAP:')) {
      const a = attributesOf(line);
      const url = resolved(a.URI ?? '', base);
      map = { url, range: byteRange(a.BYTERANGE ?? '', url, new Map()), key: keyAt(), role: 'init', seconds: null };
      mapMade = false;
    } else if (!line.startsWith('#')) {
      named++;
      if (named <= most) {
        const url = resolved(line, base);
        if (map && !mapMade) plan.pieces.push(map);
        mapMade = true;
        plan.pieces.push({ url, range: byteRange(range, url, ends), key: keyAt(), role: 'segment', seconds });
      }
      [seconds, range] = [null, ''];
      sequence++;
    }
  }
  if (named === 0) throw new Unplayable('its list names no segment');
  if (named > most) plan.says.push(`its list names ${named} segments; the first ${most} were asked for`);
  return plan;
}

/** Only the whole-segment cipher with a key that anybody may fetch; everything else is a lock whose key we have no right to. */
function keyOf(a: Record<string, string>, base: string): { url: string; iv: string | null } | null {
  if (a.METHOD === 'NONE') return null;
  if (a.METHOD !== 'AES-128' || (a.KEYFORMAT !== undefined && a.KEYFORMAT !== 'identity') || !a.URI)
    throw new Unplayable(`it is protected (${(a.METHOD ?? 'unnamed').slice(0, 40)})`);
  return { url: resolved(a.URI, base), iv: a.IV === undefined ? null : hexOf(a.IV) };
}
