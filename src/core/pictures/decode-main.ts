import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import type { Asked, Shown } from './decoder.js';

/** The process that opens pictures of strangers: no database, no keys, no network of ours; a picture that ends it harms nobody else. */
const OPENED = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']);
sharp.cache(false);
sharp.concurrency(1);
process.once('disconnect', () => process.exit(0));
process.on('message', ({ id, bytes, side, pixels }: Asked) => {
  const answer = (shown: Shown | null) => process.send?.({ id, shown });
  open(Buffer.from(bytes), side, pixels).then(answer, () => answer(null));
});

async function open(bytes: Buffer, side: number, pixels: number): Promise<Shown | null> {
  if (!OPENED.has((await fileTypeFromBuffer(bytes))?.mime ?? '')) return null;
  const picture = sharp(bytes, { limitInputPixels: pixels, failOn: 'none', pages: 1 });
  const { width, height } = await picture.metadata();
  const values = await picture
    .flatten({ background: '#fff' })
    .resize(side, side, { fit: 'fill' })
    .greyscale()
    .raw({ depth: 'uchar' })
    .toBuffer();
  return { width: side, height: side, values, of: { width, height } };
}
