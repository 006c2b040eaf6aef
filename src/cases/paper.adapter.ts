import { fileTypeFromBuffer } from 'file-type';
import { TakesFile, type Upload } from '../core/http/takes-file.js';
import { Problem } from '../core/problem/problem.js';
import { pictureOf } from '../intake/index.js';
import './problems.js';

/** A scanned paper: the bytes as they came, and what they themselves show to be. */
export interface Scan {
  bytes: Buffer;
  mediaType: string;
  /** of a picture; a document has none that could be counted without unpacking it */
  pixels: number;
}
const PICTURES = new Set(['image/jpeg', 'image/png']);

export const TakesPaper = () => TakesFile('paper', 'PDF, JPEG or PNG');

export async function readPaper(file: Upload | undefined): Promise<Scan> {
  const found = file && (await fileTypeFromBuffer(file.buffer));
  if (found?.mime === 'application/pdf') return { bytes: file!.buffer, mediaType: found.mime, pixels: 0 };
  const picture = found && PICTURES.has(found.mime) ? await pictureOf(file!.buffer) : null;
  if (!picture) throw new Problem('bad-paper');
  return { bytes: picture.bytes, mediaType: picture.mediaType, pixels: picture.pixels };
}
