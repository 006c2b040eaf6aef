import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Frame } from './film.js';
import { inTime } from './fetch-pieces.js';
import { PLAYER, type Loaded, type Still } from './projector-page.js';
import { serveApart, type LocalFile } from './serve-apart.js';

export interface FrameLimits {
  frames: number;
  frame_every_seconds: number;
  frame_pixels: number;
}
/** A film to look at: whose it is, and the file. */
export interface Projected extends LocalFile {
  of: string;
  kind: 'video' | 'audio';
  /** of pieces, by us */
  joined: boolean;
}
/** What the browser says of a film, and what it could not do. */
export interface Looked {
  of: string;
  seconds: number | null;
  width: number;
  height: number;
  frames: number;
  says: string | null;
}
const STEP_MS = 8_000;

/** Moments a few seconds apart, closer in a short film; of a long one as many, spread over all of it. */
export function momentsOf(seconds: number, { frames, frame_every_seconds: every }: FrameLimits): number[] {
  const step = Math.max(Math.min(every, Math.max(1, seconds / 3)), seconds / frames);
  const count = Math.max(1, Math.min(frames, Math.ceil(seconds / step)));
  return Array.from({ length: count }, (_, i) => Math.round(i * step * 1_000) / 1_000);
}

/** Of the stills that are left, how many the next of so many films may have. */
export const shareOf = (stills: number, films: number): number => Math.ceil(Math.max(0, stills) / Math.max(1, films));
export const ENOUGH = 'there are stills enough of the films before it';

/** Stills by the browser itself, in a page of ours that reaches nothing but the film. */
export async function takeFrames(
  open: () => Promise<Page>,
  films: Projected[],
  limits: FrameLimits,
  rawDir: string,
  until: number,
  kept: Frame[],
): Promise<Looked[]> {
  mkdirSync(join(rawDir, 'films'), { recursive: true });
  const page = await open();
  const looked: Looked[] = [];
  try {
    const shown = await serveApart(page, PLAYER);
    const browser = await page.browser().version();
    for (const [i, film] of films.entries()) {
      const entry: Looked = { of: film.of, seconds: null, width: 0, height: 0, frames: 0, says: null };
      looked.push(entry);
      const loaded = await ask<Loaded>(page, `load(${JSON.stringify(shown.show(film))})`, until);
      if (!loaded || loaded.says !== null) {
        entry.says = loaded?.says ?? 'its time was up';
        continue;
      }
      Object.assign(entry, { seconds: loaded.seconds, width: loaded.width, height: loaded.height });
      if (loaded.width === 0) continue; // sound alone
      const share = shareOf(limits.frames - kept.length, films.slice(i).filter((f) => f.kind === 'video').length);
      if (share === 0) entry.says = ENOUGH;
      for (const at of share > 0 ? momentsOf(loaded.seconds ?? 0, { ...limits, frames: share }) : []) {
        const still = await ask<Still>(page, `still(${at}, ${limits.frame_pixels})`, until);
        if (!still || still.says !== null) {
          entry.says = still?.says ?? 'its time was up';
          break;
        }
        kept.push(lay(still, film.of, join(rawDir, 'films', `frame-${kept.length + 1}.jpg`), browser));
        entry.frames++;
      }
    }
  } finally {
    // nothing waits for it: the browser ends with its capture
    page
      .browserContext()
      .close()
      .catch(() => undefined);
  }
  return looked;
}

const ask = <T>(page: Page, expression: string, until: number): Promise<T | null> =>
  inTime(Math.min(until, Date.now() + STEP_MS), page.evaluate(expression) as Promise<T>).catch(() => null);

function lay({ jpeg, seconds, width, height }: Still, of: string, file: string, by: string): Frame {
  const bytes = Buffer.from(jpeg, 'base64');
  writeFileSync(file, bytes);
  return { of, seconds, file, width, height, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), by };
}
