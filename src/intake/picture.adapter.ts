import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { pngFrames } from './png-frames.js';
import type { Picture } from './report.js';

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** What the bytes themselves show, if it is a picture that the office takes; nothing of it is unpacked. */
export async function pictureOf(bytes: Buffer): Promise<Picture | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (!found || !PICTURES.has(found.mime)) return null;
  try {
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata();
    const frames = found.mime === 'image/png' ? pngFrames(bytes) : pages;
    return { bytes, mediaType: found.mime, pixels: width * height * frames };
  } catch {
    return null;
  }
}
