import { basename } from 'node:path';
import type { Guard } from '../guard.js';
import type { Sought } from '../../platforms/platform-table.js';
import { keepMedia, type Medium } from '../keep-media.js';
import type { Limits } from '../limits.js';
import type { Session } from '../session.js';
import type { Timeline } from '../timeline.js';
import { byFfmpeg, type Derived } from './by-ffmpeg.js';
import { inTime } from './fetch-pieces.js';
import type { Frame } from './film.js';
import { filmType } from './film-type.js';
import { filesOf, playersInFrames, type InFrames } from './frame-players.js';
import { takeFrames, type Looked, type Projected } from './frames.js';
import { keepFilms, type KeptFilms } from './keep-films.js';
import type { SeenPlayers } from './players.js';

export interface FilmFacts extends KeptFilms {
  frames: Frame[];
  looked: Looked[];
  derived: Derived[];
}
/** `lost`: what is missing of films that no file tells of */
export interface FilmsKept {
  lost: string[];
}
const LEFT_MS = 4_000;

/** The two steps that deal with films: bring them whole, and look at them. */
export class FilmSteps {
  private readonly kept: KeptFilms = { films: [], subtitles: [] };
  private readonly frames: Frame[] = [];
  private looked: Looked[] = [];
  private derived: Derived[] = [];

  constructor(
    private readonly session: Session,
    private readonly guard: Guard,
    private readonly limits: Limits,
    private readonly rawDir: string,
    private readonly timeline: Timeline,
  ) {}

  async keep(own: SeenPlayers, media: Medium[], sought: Sought): Promise<FilmsKept | undefined> {
    const { guard, limits, rawDir, kept, session } = this;
    const framed = await playersInFrames(session, sought);
    const until = this.end(limits.film_seconds);
    for (const frame of framed.found) {
      const files = filesOf(frame).filter(({ url }) => !media.some((m) => m.url === url));
      await inTime(until, keepMedia(guard, files.slice(0, limits.media_files - media.length), frame.url, limits.redirects, media));
    }
    const all = [own, ...framed.found.map((f) => f.seen)];
    const seen = { ...own, players: all.flatMap((s) => s.players), told: all.flatMap((s) => s.told) };
    const told =
      seen.players.length > 0 || seen.told.length > 0
        ? await keepFilms({ guard, limits, rawDir, media, seen, page: session.page.url(), until }, kept)
        : undefined;
    const lost = [...this.lostOf(own, media), ...this.lostInFrames(framed, media)];
    return told || lost.length > 0 ? { ...told, lost } : undefined;
  }
  /** What the page itself plays of which nothing came, and which nothing else tells of. */
  private lostOf({ players, part }: SeenPlayers, media: Medium[]): string[] {
    const unnamed = !part && players.some((p) => p.large && p.source !== 'address');
    return unnamed && this.kept.films.length === 0 && !media.some((m) => m.kind !== 'picture')
      ? ['film of the page: its player names no file, and nothing of it came']
      : [];
  }
  /** What frames of the post may play that is not kept. */
  private lostInFrames({ found, silent, left }: InFrames, media: Medium[]): string[] {
    const streamed = this.kept.films.some((f) => f.file !== null);
    const without = found.filter(
      ({ seen }) =>
        !streamed &&
        seen.players.some((p) => p.large && p.source !== 'address') &&
        !media.some(
          (m) => m.kind !== 'picture' && m.state === 'whole' && [...seen.players.map((p) => p.url), ...seen.told].includes(m.url),
        ),
    );
    return [
      ...silent.map((url) => `frame ${url}: it did not say what it plays`),
      ...without.map(({ url }) => `film in the frame ${url.slice(0, 200)}: its player names no file, and nothing of it came`),
      ...(left > 0 ? [`films in ${left} more frames: so many were not looked into`] : []),
    ];
  }

  async show(media: Medium[]): Promise<unknown> {
    const films = await this.projected(media);
    if (films.length === 0) return undefined;
    const { session, limits, rawDir, frames, kept } = this;
    const until = this.end(limits.frames_seconds);
    this.looked = await takeFrames(() => session.apart(), films, limits, rawDir, until, frames);
    this.derived = await byFfmpeg(films, this.looked, limits, rawDir, until, frames);
    for (const film of kept.films) {
      const seen = this.looked.find((l) => film.file !== null && l.of === basename(film.file));
      film.seconds ??= seen?.seconds ?? null;
      if (seen && seen.width > 0) Object.assign(film, { width: seen.width, height: seen.height });
    }
    return { films: this.looked };
  }

  /** Without the paths of this machine. */
  facts(): FilmFacts {
    const plain = <T extends { file: string | null }>(list: T[]): T[] => list.map((e) => ({ ...e, file: e.file && basename(e.file) }));
    return {
      films: plain(this.kept.films),
      subtitles: plain(this.kept.subtitles),
      frames: plain(this.frames),
      looked: this.looked,
      derived: plain(this.derived),
    };
  }

  private async projected(media: Medium[]): Promise<Projected[]> {
    const films: Projected[] = [];
    for (const { kind, exchange, state } of media) {
      if (kind === 'picture' || state !== 'whole' || exchange === null) continue;
      const { body, bytes } = this.guard.exchanges[exchange - 1];
      const mediaType = await filmType(body!, kind);
      if (bytes > 0 && mediaType)
        films.push({ of: `exchange-${exchange}`, kind, joined: false, path: body!, bytes, mediaType, seconds: null });
    }
    for (const film of this.kept.films) {
      if (film.file === null) continue;
      film.mediaType = (await filmType(film.file, film.kind)) ?? '';
      films.push({
        kind: film.kind,
        joined: true,
        of: basename(film.file),
        path: film.file,
        bytes: film.bytes,
        mediaType: film.mediaType,
        seconds: film.seconds,
      });
    }
    return films;
  }
  private end(seconds: number): number {
    return Math.min(Date.now() + seconds * 1_000, this.timeline.until - LEFT_MS);
  }
}
