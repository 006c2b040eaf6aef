import { addressingOf, piecesOf, type Addressing, type Moment } from './dash-segments.js';
import { resolved, Unplayable, type Piece, type Plan, type Track, type TrackKind } from './stream.js';
import { childOf, childrenOf, readXml, type Element } from './xml.js';

/** A representation, followed through all periods. */
export interface DashTrack extends Track {
  parts: Part[];
  live: boolean;
}
interface Part extends Track {
  id: string;
  mediaType: string;
  addressing: Addressing;
  locked: boolean;
  seconds: number | null;
  startsAt: number;
}
const MOST_PARTS = 2_000;

export const isDash = (text: string): boolean =>
  /^\uFEFF?\s*(<\?xml|<!--|<(\w{1,20}:)?MPD[\s>])/.test(text) && /<(\w{1,20}:)?MPD[\s>]/.test(text.slice(0, 8_192));

/** The renditions of an MPD (ISO/IEC 23009-1), as its first period lists them. */
export function dashTracks(text: string, url: string): DashTrack[] {
  const mpd = readXml(text);
  if (mpd.name !== 'MPD') throw new Unplayable('its list is no MPD');
  const live = mpd.attributes.type === 'dynamic';
  const whole = isoSeconds(mpd.attributes.mediaPresentationDuration);
  const begun = Date.parse(mpd.attributes.availabilityStartTime ?? '') / 1_000 || 0;
  const periods = childrenOf(mpd, 'Period');
  const named = periods
    .flatMap((p) => childrenOf(p, 'AdaptationSet'))
    .reduce((sum, set) => sum + childrenOf(set, 'Representation').length, 0);
  if (named > MOST_PARTS) throw new Unplayable('its list names too many renditions');
  let start = 0;
  const all = periods.map((period, i) => {
    start = isoSeconds(period.attributes.start) ?? start;
    const next = isoSeconds(periods[i + 1]?.attributes.start);
    const seconds = isoSeconds(period.attributes.duration) ?? (next !== null ? next - start : whole !== null ? whole - start : null);
    const found = partsOf(period, baseOf(mpd, url), seconds, begun + start);
    start += seconds ?? 0;
    return found;
  });
  const [first = [], ...later] = all;
  return first.map((part) => ({
    ...part,
    live,
    parts: [part, ...later.flatMap((found) => sameAs(part, found) ?? [])],
  }));
}

/** The pieces of a rendition, `most` at most; of one that is still going on, those that are there `now`. */
export function dashPlan(track: DashTrack, most: number, now: Moment): Plan {
  const plan: Plan = { pieces: [], live: track.live, discontinuities: Math.max(0, track.parts.length - 1), says: [] };
  let named = 0;
  for (const part of track.parts) {
    if (part.locked) throw new Unplayable('it is protected');
    const { pieces, count } = piecesOf(part.addressing, part, track.live ? now : null, most - plan.pieces.length);
    plan.pieces.push(...pieces);
    named += count;
  }
  const segments = plan.pieces.filter((p: Piece) => p.role === 'segment').length;
  if (segments === 0) throw new Unplayable('its list names no segment');
  if (named > segments) plan.says.push(`its list names ${named} segments; the first ${segments} were asked for`);
  return plan;
}

const SAID = ['id', 'bandwidth', 'contentType', 'mimeType', 'codecs', 'width', 'height', 'lang'];

function partsOf(period: Element, base: string, seconds: number | null, startsAt: number): Part[] {
  const ofPeriod = baseOf(period, base);
  return childrenOf(period, 'AdaptationSet').flatMap((set) => {
    const ofSet = baseOf(set, ofPeriod);
    return childrenOf(set, 'Representation').flatMap((representation) => {
      const a = Object.fromEntries(SAID.map((name) => [name, representation.attributes[name] ?? set.attributes[name]]));
      const kind = kindOf(a);
      if (!kind) return [];
      const addressing = addressingOf([period, set, representation], baseOf(representation, ofSet), a.id ?? '', a.bandwidth ?? '');
      return {
        kind,
        id: a.id ?? '',
        mediaType: a.mimeType ?? '',
        bandwidth: Number(a.bandwidth) || 0,
        width: Number(a.width) || null,
        height: Number(a.height) || null,
        codecs: a.codecs ?? null,
        language: a.lang ?? null,
        label: childOf(set, 'Label')?.text || null,
        knownBy: addressing.knownBy,
        locked: [set, representation].some((e) => childOf(e, 'ContentProtection')),
        addressing,
        seconds,
        startsAt,
      };
    });
  });
}

/** In a later period: of the same name, else the nearest of its kind. */
function sameAs(part: Part, found: Part[]): Part | undefined {
  const kin = found.filter((p) => p.kind === part.kind && (part.kind === 'video' || p.language === part.language));
  return (
    kin.find((p) => p.id === part.id) ??
    kin.sort((a, b) => Math.abs(a.bandwidth - part.bandwidth) - Math.abs(b.bandwidth - part.bandwidth))[0]
  );
}

function kindOf({ contentType = '', mimeType = '', codecs = '' }: Record<string, string | undefined>): TrackKind | null {
  if (contentType === 'text' || /^text\/|ttml|vtt/.test(mimeType) || /^(stpp|wvtt)/.test(codecs)) return 'subtitles';
  const kind = contentType || mimeType.split('/')[0];
  return kind === 'video' || kind === 'audio' ? kind : null;
}

const baseOf = (element: Element, base: string): string => {
  const said = childOf(element, 'BaseURL')?.text;
  return said ? resolved(said, base) : base;
};

/** `PT1H2M3.5S` in seconds. */
export function isoSeconds(said: string | undefined): number | null {
  const m = /^P(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/.exec(said ?? '');
  return m ? Number(m[1] ?? 0) * 86_400 + Number(m[2] ?? 0) * 3_600 + Number(m[3] ?? 0) * 60 + Number(m[4] ?? 0) : null;
}
