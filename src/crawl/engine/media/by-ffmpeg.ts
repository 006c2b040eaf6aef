import { createHash } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../sha256.js';
import { findFfmpeg, joinSound, stillsBy, type Ffmpeg } from './ffmpeg.js';
import type { Frame } from './film.js';
import { ENOUGH, momentsOf, shareOf, type FrameLimits, type Looked, type Projected } from './frames.js';
import { jpegSize } from './jpeg-size.js';

/** A file that a program of the system made of others; never the evidence itself. */
export interface Derived {
  of: string[];
  file: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  by: string;
}

/** What the browser could not do, by the ffmpeg of the system where there is one: stills of a film that it cannot show, film and sound in one file. */
export async function byFfmpeg(
  films: Projected[],
  looked: Looked[],
  limits: FrameLimits,
  rawDir: string,
  until: number,
  kept: Frame[],
): Promise<Derived[]> {
  const dark = films.filter((f) => f.kind === 'video' && looked.some((l) => l.of === f.of && l.says !== null && l.says !== ENOUGH));
  const [film, sound] = ['video', 'audio'].map((kind) => films.find((f) => f.kind === kind && f.joined));
  if (dark.length === 0 && !(film && sound)) return [];
  const ffmpeg = findFfmpeg();
  if (!ffmpeg) return [];
  for (const [i, one] of dark.entries()) {
    const entry = looked.find((l) => l.of === one.of)!;
    await addStills(ffmpeg, one, entry, { ...limits, frames: shareOf(limits.frames - kept.length, dark.length - i) }, rawDir, until, kept);
  }
  if (!film || !sound) return [];
  const file = join(rawDir, 'films', 'with-sound');
  const says = await joinSound(ffmpeg, film, sound, file, until);
  if (says !== null) return [];
  const seal = { bytes: statSync(file).size, sha256: await sha256Of(file) };
  return [{ of: [film.of, sound.of], file, mediaType: 'video/mp4', ...seal, by: ffmpeg.version }];
}

async function addStills(
  ffmpeg: Ffmpeg,
  film: Projected,
  entry: Looked,
  limits: FrameLimits,
  rawDir: string,
  until: number,
  kept: Frame[],
): Promise<void> {
  const { frames: most } = limits;
  const [, every = limits.frame_every_seconds] = momentsOf(film.seconds ?? 0, limits);
  const stills = most > 0 ? await stillsBy(ffmpeg, film, { every, most, pixels: limits.frame_pixels }, until) : ENOUGH;
  if (typeof stills === 'string') {
    entry.says += `; nor ffmpeg (${stills})`;
    return;
  }
  for (const [i, bytes] of stills.entries()) {
    const file = join(rawDir, 'films', `frame-${kept.length + 1}.jpg`);
    writeFileSync(file, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    kept.push({ of: film.of, seconds: i * every, file, ...jpegSize(bytes), bytes: bytes.length, sha256, by: ffmpeg.version });
    entry.frames++;
  }
}
