import sharp, { type Sharp } from 'sharp';
import { areasChanged, type Points } from './areas-changed.js';
import type { Asked } from './apart-process.js';
import type { Differences, Shown, Task } from './decoder.js';
import { isOpened } from './opened-types.js';

/** The process that opens pictures of strangers: it is told no key and no database, and a picture that ends it harms nobody else. As whom it runs, see `apart.ts`. */
sharp.cache(false);
sharp.concurrency(1);
process.once('disconnect', () => process.exit(0));
process.on('message', ({ id, task }: Asked<Task>) => {
  const answer = (found: Shown | Differences | null) => process.send?.({ id, found });
  perform(task).then(answer, () => answer(null));
});

function perform(task: Task): Promise<Shown | Differences | null> {
  if (task.kind === 'differences') return differences(task);
  return task.kind === 'upright' ? upright(task) : brightness(task);
}

async function opened(bytes: Uint8Array, pixels: number): Promise<Sharp | null> {
  if (!(await isOpened(bytes))) return null;
  return sharp(bytes, { limitInputPixels: pixels, failOn: 'none', pages: 1 });
}

async function brightness({ bytes, side, pixels }: Extract<Task, { kind: 'brightness' }>): Promise<Shown | null> {
  const picture = await opened(bytes, pixels);
  if (!picture) return null;
  const { width, height } = await picture.metadata();
  const values = await picture
    .flatten({ background: '#fff' })
    .resize(side, side, { fit: 'fill' })
    .greyscale()
    .raw({ depth: 'uchar' })
    .toBuffer();
  return { width: side, height: side, values, of: { width, height } };
}

async function upright({ bytes, scaling, pixels }: Extract<Task, { kind: 'upright' }>): Promise<Shown | null> {
  const picture = await opened(bytes, pixels);
  if (!picture) return null;
  const { autoOrient: of } = await sharp(bytes, { limitInputPixels: false, failOn: 'none', pages: 1 }).metadata();
  if (of.width * of.height > pixels) return { ...of, values: new Uint8Array(), of };
  const longer = Math.max(of.width, of.height);
  const larger = longer < scaling.enlarged_below ? Math.min(scaling.enlarged, scaling.enlarged_below / longer) : 1;
  const [width, height] = [of.width, of.height].map((side) => Math.max(1, Math.round(side * Math.min(larger, scaling.most_side / longer))));
  const values = await picture
    .autoOrient()
    .flatten({ background: '#fff' })
    .resize(width, height, { fit: 'fill' })
    .greyscale()
    .raw({ depth: 'uchar' })
    .toBuffer();
  return { width, height, values, of };
}

async function differences({ earlier, later, how, pixels }: Extract<Task, { kind: 'differences' }>): Promise<Differences | null> {
  const a = await pointsOf(earlier, pixels);
  const b = later ? await pointsOf(later, pixels) : a;
  if (!a || !b) return null;
  const size = ({ width, height }: Points) => ({ width, height });
  return { earlier: size(a), later: size(b), ...(later ? areasChanged(a, b, how) : { areas: [], share: 0 }) };
}

async function pointsOf(bytes: Uint8Array, pixels: number): Promise<Points | null> {
  const picture = await opened(bytes, pixels);
  if (!picture) return null;
  const { data, info } = await picture
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return info.channels === 3 ? { width: info.width, height: info.height, data } : null;
}
