import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptMedium } from '../kept-media.js';
import { typeOf } from '../media-types.js';
import type { FilmFacts } from './film-steps.js';
import type { PartFacts } from './part-facts.js';

/** A part that was made of what came: a joined film, a still, subtitles. `from`: where it lies. */
export interface FilmPart {
  name: string;
  from: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  facts: PartFacts;
}

/** What the browser found out about a file that came whole. */
export function factsOfFile({ looked }: FilmFacts, { exchange }: KeptMedium): PartFacts {
  const seen = looked.find((l) => l.of === `exchange-${exchange}` && l.says === null);
  return told({ seconds: seen?.seconds, width: seen?.width || null, height: seen?.height || null });
}

/** The parts beside the package, numbered on from the files that came whole. */
export function filmParts({ films, subtitles, frames, derived }: FilmFacts, rawDir: string, media: KeptMedium[]): FilmPart[] {
  const at = (file: string): string => join(rawDir, 'films', file);
  const parts: FilmPart[] = [];
  const names = new Map(media.map((m) => [`exchange-${m.exchange}`, m.name]));
  for (const f of films) {
    if (f.file === null || f.sha256 === null) continue;
    const number =
      1 + [...media, ...films.slice(0, films.indexOf(f)).filter((o) => o.file !== null)].filter((o) => o.kind === f.kind).length;
    names.set(f.file, `${f.kind}-${number}`);
    const facts = told({
      seconds: f.seconds,
      width: f.width,
      height: f.height,
      codecs: f.codecs,
      pieces: f.joinedFrom.length,
      live: f.live || null,
      partial: f.state === 'partial' || null,
    });
    parts.push({
      name: `${f.kind}-${number}`,
      from: at(f.file),
      mediaType: typeOf(f.mediaType).mediaType,
      bytes: f.bytes,
      sha256: f.sha256,
      facts,
    });
  }
  for (const d of derived) {
    const of = names.get(d.of[0]);
    if (of)
      parts.push({ name: `${of}-with-sound`, from: at(d.file), mediaType: d.mediaType, bytes: d.bytes, sha256: d.sha256, facts: { of } });
  }
  for (const [i, f] of frames.entries()) {
    const facts = told({ of: names.get(f.of), seconds: f.seconds, width: f.width, height: f.height });
    parts.push({ name: `frame-${i + 1}`, from: at(f.file), mediaType: 'image/jpeg', bytes: f.bytes, sha256: f.sha256, facts });
  }
  for (const s of subtitles) {
    if (s.file === null || s.sha256 === null) continue;
    const name = `subtitles-${parts.filter((p) => /^subtitles-\d+$/.test(p.name)).length + 1}`;
    const facts = told({ language: s.language, kind: s.kind, label: s.label, partial: s.state === 'partial' || null });
    parts.push({ name, from: at(s.file), mediaType: 'text/vtt; charset=utf-8', bytes: s.bytes, sha256: s.sha256, facts });
    const words = at(`${s.file}.txt`);
    if (existsSync(words))
      parts.push({
        name: `${name}-text`,
        from: words,
        mediaType: 'text/plain; charset=utf-8',
        ...sealOf(words),
        facts: { ...facts, of: name },
      });
  }
  return parts;
}
const told = (facts: { [K in keyof PartFacts]: PartFacts[K] | null }): PartFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, v]) => v !== null && v !== undefined)) as PartFacts;

function sealOf(file: string): { bytes: number; sha256: string } {
  const bytes = readFileSync(file);
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** What of the films is not there, and why; what a server lets nobody have is not missing. */
export const missingFilms = ({ films, subtitles }: FilmFacts): string[] =>
  [...films.map((f) => ({ ...f, what: f.kind as string })), ...subtitles.map((s) => ({ ...s, what: 'subtitles' }))]
    .filter((f) => f.state === 'lost' || f.state === 'partial')
    .map((f) => `${f.what} ${f.source.slice(0, 200)}: ${f.says.join('; ').slice(0, 500)}`);
