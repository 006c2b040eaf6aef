import sharp from 'sharp';
import type { Readable } from 'node:stream';
import type { Points } from './areas-changed.js';

const MOST_BYTES = 50 * 1_048_576;
const MOST_POINTS = 20_000_000;

/** A picture as its points; null where it is none, or larger than is compared. */
export async function pointsOf(stream: Readable): Promise<Points | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    if ((bytes += part.length) > MOST_BYTES) return null;
    parts.push(part);
  }
  try {
    const { data, info } = await sharp(Buffer.concat(parts), { limitInputPixels: MOST_POINTS })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return info.channels === 3 ? { width: info.width, height: info.height, data } : null;
  } catch {
    return null;
  }
}
