import { FileInterceptor } from '@nestjs/platform-express';
import { Problem } from '../core/problem/problem.js';
import { pictureOf } from './picture.adapter.js';
import './problems.js';
import type { Picture } from './report.js';

export interface Upload {
  buffer: Buffer;
  size: number;
}
// a ceiling of what is read into memory; the limit that the office sets is checked before anything is kept
const CEILING = { fileSize: 10_485_760, files: 1, fields: 20, fieldSize: 262_144, parts: 30, headerPairs: 100 };

/** A form or a multipart body with at most one picture; a JSON body passes as it is. */
export const takesPicture = () => FileInterceptor('picture', { limits: CEILING });

export async function readPicture(file: Upload | undefined): Promise<Picture | undefined> {
  if (!file || file.size === 0) return undefined;
  const picture = await pictureOf(file.buffer);
  if (!picture) throw new Problem('bad-picture');
  return picture;
}
