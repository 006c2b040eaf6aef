import { TakesFile, type Upload } from '../core/http/takes-file.js';
import { Problem } from '../core/problem/problem.js';
import { pictureOf } from './picture.adapter.js';
import './problems.js';
import type { Picture } from './report.js';

export const TakesPicture = () => TakesFile('picture', 'PNG, JPEG, WebP or GIF');

export async function readPicture(file: Upload | undefined): Promise<Picture | undefined> {
  if (!file || file.size === 0) return undefined;
  const picture = await pictureOf(file.buffer);
  if (!picture) throw new Problem('bad-picture');
  return picture;
}
