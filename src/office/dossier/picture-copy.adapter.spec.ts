import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { withoutMetadata } from './picture-copy.adapter.js';

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#abc' } });
const told = async (bytes: Buffer | null) => {
  const { format, width, height, pages = 1, exif } = await sharp(bytes!).metadata();
  return [format, width, height, pages, exif];
};

test('a picture is copied as it is seen, turned as it says and without what it tells beside', async () => {
  const bytes = await plain(8, 4)
    .withExif({ IFD0: { Artist: 'Nguoi Bao Tin' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(await told(await withoutMetadata(bytes))).toEqual(['jpeg', 4, 8, 1, undefined]);
});
test('of one that was cut off, what there is', async () => {
  const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, n) => (n * 7_919) % 251));
  const whole = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
    .jpeg()
    .toBuffer();
  expect(await told(await withoutMetadata(whole.subarray(0, whole.length / 2)))).toEqual(['jpeg', 64, 64, 1, undefined]);
});
test('of one that moves, every frame', async () => {
  const frames = await Promise.all(['#f00', '#0f0', '#00f'].map((background) => plain(6, 6).tint(background).png().toBuffer()));
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect(await told(await withoutMetadata(bytes))).toEqual(['gif', 6, 6, 3, undefined]);
});
test('and of what shows nothing there is no copy', async () => {
  const bytes = (await plain(64, 64).webp().toBuffer()).fill(0xff, 30);
  expect(await sharp(bytes, { failOn: 'none' }).metadata()).toMatchObject({ format: 'webp', width: 64 }); // so that intake takes it
  expect(await withoutMetadata(bytes)).toBeNull();
});
test('nor of what is no picture of a kind that is opened, whatever it is called', async () => {
  expect(
    await withoutMetadata(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>')),
  ).toBeNull();
  expect(await withoutMetadata(await plain(4, 4).tiff().toBuffer())).toBeNull();
});
