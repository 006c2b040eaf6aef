import sharp from 'sharp';
import { isOpened } from '../../core/pictures/opened-types.js';

/** A picture as it is seen, every frame of it, without metadata, which may tell who sent it in. Null where nothing of it can be seen. */
export async function withoutMetadata(bytes: Buffer): Promise<Buffer | null> {
  if (!(await isOpened(bytes))) return null;
  try {
    return await sharp(bytes, { failOn: 'none', animated: true }).rotate().toBuffer();
  } catch {
    return null;
  }
}
