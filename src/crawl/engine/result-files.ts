import { copyFileSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CaptureFile, Exchange } from './exchange.js';
import type { KeptMedium } from './kept-media.js';
import type { FilmPart } from './media/film-parts.js';
import { BYTES, typeOf } from './media-types.js';
import { sha256Of } from './sha256.js';

/** The files of a capture beside its package: the pictures that were taken, the text, and the media of the post. */
export async function resultFiles(
  outDir: string,
  rawDir: string,
  wacz: string,
  media: KeptMedium[],
  films: FilmPart[],
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
  for (const { name, mediaType, body, bytes, sha256 } of media) {
    const path = join(outDir, `${name}.${typeOf(mediaType).suffix}`);
    renameSync(body, path);
    files.push({ name, path, sha256, bytes, mediaType });
  }
  for (const { from, ...part } of films) {
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
