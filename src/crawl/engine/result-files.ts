import { copyFileSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CaptureFile, Exchange } from './exchange.js';
import type { KeptMedium } from './kept-media.js';
import { factsOfFile, filmParts } from './media/film-parts.js';
import type { FilmFacts } from './media/film-steps.js';
import { BYTES, typeOf } from './media-types.js';
import { sha256Of } from './sha256.js';

/** The files of a capture beside its package: the pictures that were taken, the text, and the media of the post. */
export async function resultFiles(
  outDir: string,
  rawDir: string,
  wacz: string,
  media: KeptMedium[],
  films: FilmFacts,
): Promise<CaptureFile[]> {
  const files: CaptureFile[] = [];
  const add = async (name: string, path: string, mediaType: string) =>
    files.push({ name, path, sha256: await sha256Of(path), bytes: statSync(path).size, mediaType });
  await add('package', wacz, 'application/wacz+zip');
  for (const png of readdirSync(rawDir)
    .filter((f) => f.endsWith('.png'))
    .sort()) {
    copyFileSync(join(rawDir, png), join(outDir, png));
    await add(png.replace('.png', ''), join(outDir, png), 'image/png');
  }
  copyFileSync(join(rawDir, 'text.txt'), join(outDir, 'text.txt'));
  await add('text', join(outDir, 'text.txt'), 'text/plain; charset=utf-8');
  const made = filmParts(films, rawDir, media);
  for (const medium of media) {
    const { name, mediaType, body, bytes, sha256 } = medium;
    const path = join(outDir, `${name}.${typeOf(mediaType).suffix}`);
    renameSync(body, path);
    files.push({ name, path, sha256, bytes, mediaType, facts: factsOfFile(films, medium) });
  }
  for (const { from, ...part } of made) {
    const path = join(outDir, `${part.name}.${typeOf(part.mediaType).suffix}`);
    renameSync(from, path);
    files.push({ ...part, path });
  }
  return files;
}

/** What came in place of an answer, so that it can be shown to others. */
export async function unreadFiles(outDir: string, came: Exchange | null): Promise<CaptureFile[]> {
  if (!came) return [];
  const path = join(outDir, `answer.${typeOf(BYTES).suffix}`);
  renameSync(came.body!, path);
  return [{ name: 'answer', path, sha256: await sha256Of(path), bytes: came.bytes, mediaType: BYTES }];
}
