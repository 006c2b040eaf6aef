import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchPiece, fetchPieces, type Asking, type Fetched } from './fetch-pieces.js';
import type { Subtitles } from './film.js';
import type { Planned } from './keep-stream.js';
import { joinVtt, wordsOf } from './subtitles.js';

const MOST_BYTES = 5_000_000;
const MOST_FILES = 10;

/** The subtitles of a stream, its pieces joined on one clock. */
export async function keepSubtitles(asking: Asking, planned: Planned, rawDir: string, kept: Subtitles[]): Promise<void> {
  const { track, plan } = planned;
  const entry = begin(kept, planned.source, track.language, 'subtitles', track.label);
  if (!entry) return;
  if (!plan) return void Object.assign(entry, { state: planned.refused ? 'refused' : 'lost', says: [planned.says ?? ''] });
  lay(entry, kept.length, rawDir, await fetchPieces(asking, plan.pieces, MOST_BYTES));
}

/** A file of subtitles that the post names beside its film. */
export async function keepTextTrack(
  asking: Asking,
  track: { url: string; kind: string; language: string; label: string },
  rawDir: string,
  kept: Subtitles[],
  most: number,
): Promise<void> {
  const entry = begin(kept, track.url, track.language || null, track.kind || 'subtitles', track.label || null);
  if (!entry) return;
  const got = await fetchPiece(asking, track.url, null);
  const came = got.came && got.came.bytes <= most ? got.came : null;
  lay(entry, kept.length, rawDir, [{ ...got, came, piece: { url: track.url, range: null, key: null, role: 'segment', seconds: null } }]);
}

function begin(kept: Subtitles[], source: string, language: string | null, kind: string, label: string | null): Subtitles | null {
  if (kept.length >= MOST_FILES || kept.some((k) => k.source === source)) return null;
  const says: string[] = ['its time was up'];
  const entry: Subtitles = { source, state: 'lost', says, language, kind, label, file: null, bytes: 0, sha256: null, joinedFrom: [] };
  kept.push(entry);
  return entry;
}

function lay(entry: Subtitles, number: number, rawDir: string, fetched: Fetched[]): void {
  const held = fetched.map((f) =>
    f.came && f.came.bytes > MOST_BYTES ? { ...f, came: null, says: `it has more than ${MOST_BYTES} bytes` } : f,
  );
  const missing = held.filter((f) => !f.came).map((f) => `${f.piece.url.slice(0, 200)}: ${f.says}`);
  const came = held.flatMap((f) => (f.came ? [{ ...f.came, text: read(f.came) }] : []));
  const texts = came.map((c) => c.text).filter((text) => /^\uFEFF?WEBVTT/.test(text));
  if (texts.length < came.length) missing.push('what came is no WebVTT; it is in the package as it came');
  const refused = fetched.every((f) => f.refused);
  if (texts.length === 0) return void Object.assign(entry, { state: refused ? 'refused' : 'lost', says: missing.slice(0, 10) });
  const file = join(rawDir, 'films', `subtitles-${number}.vtt`);
  const vtt = texts.length === 1 ? texts[0] : joinVtt(texts);
  writeFileSync(file, vtt);
  writeFileSync(`${file}.txt`, wordsOf(vtt));
  Object.assign(entry, {
    state: missing.length === 0 ? 'whole' : 'partial',
    says: missing.slice(0, 10),
    file,
    bytes: Buffer.byteLength(vtt),
    sha256: createHash('sha256').update(vtt).digest('hex'),
    joinedFrom: came.map((c) => ({ exchange: c.exchange.id, url: c.exchange.url, sha256: c.exchange.sha256, role: 'segment' })),
  });
}
/** No more than the piece: many may be parts of one large file. */
function read({ exchange, first, bytes }: NonNullable<Fetched['came']>): string {
  const piece = Buffer.alloc(bytes);
  const file = openSync(exchange.body!, 'r');
  try {
    return piece.subarray(0, readSync(file, piece, 0, bytes, first)).toString('utf8');
  } finally {
    closeSync(file);
  }
}
