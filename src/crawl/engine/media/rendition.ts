import type { HlsTrack } from './hls.js';
import type { Plan, Track } from './stream.js';

export interface Bounds {
  film_bandwidth: number;
  film_height: number;
  film_bytes: number;
}

/** The rendition that the page itself asked for last; else the best within the bounds, else the smallest. `asked`: addresses in the order of asking. */
export function chosenOf<T extends Track>(tracks: T[], asked: readonly string[], bounds: Bounds): T | undefined {
  const pictured = tracks.filter((t) => t.height !== null || /avc|hvc|hev|vp0?[89]|av01|dvh/i.test(t.codecs ?? ''));
  const able = pictured.length > 0 ? pictured : tracks; // a stream may offer its sound alone too
  const last = (t: T): number => Math.max(-1, ...t.knownBy.map((url) => asked.lastIndexOf(url)));
  const played = able.filter((t) => last(t) >= 0).sort((a, b) => last(b) - last(a))[0];
  const small = [...able].sort((a, b) => b.bandwidth - a.bandwidth || (b.height ?? 0) - (a.height ?? 0));
  return played ?? small.find((t) => t.bandwidth <= bounds.film_bandwidth && (t.height ?? 0) <= bounds.film_height) ?? small.at(-1);
}

/** The bandwidth at which a stream of that length stays within the bytes that one film may have. */
export const bandwidthFor = (seconds: number, { film_bytes: bytes }: Bounds): number => (seconds > 0 ? (bytes * 8) / seconds : Infinity);

/** The sound or subtitles that go with a rendition. */
export function companionsOf(
  tracks: HlsTrack[],
  chosen: HlsTrack,
  asked: readonly string[],
): { sound: HlsTrack | undefined; subtitles: HlsTrack[] } {
  const sounds = tracks.filter((t) => t.kind === 'audio' && t.group === chosen.sound);
  return {
    sound: sounds.find((t) => asked.includes(t.url)) ?? sounds.find((t) => t.chosenByDefault) ?? sounds[0],
    subtitles: tracks.filter((t) => t.kind === 'subtitles' && t.group === chosen.subtitles),
  };
}

export const isLarge = (plan: Plan, bandwidth: number, bounds: Bounds): boolean =>
  bandwidth >
  bandwidthFor(
    plan.pieces.reduce((sum, p) => sum + (p.seconds ?? 0), 0),
    bounds,
  );
