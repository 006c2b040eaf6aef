import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { madeAmr, madeMp3, madeMp4, madeOpus, madePdf, madePhoto, madeWebm, packedPdf } from '../../../test/kit/made-files.js';
import { bytesOf, type Bytes } from './bytes.js';
import { asClaims, fileFor, nameOf } from './claims.js';
import { exifClaims } from './exif.js';
import { mediaClaims } from './media.js';
import { pdfClaims } from './pdf.js';

const READERS: [string, (bytes: Bytes) => unknown, () => Promise<Buffer> | Buffer][] = [
  ['Exif', (bytes) => exifClaims(bytes.at(0, bytes.size)), async () => (await sharp(await madePhoto()).metadata()).exif!],
  ['an MP4', mediaClaims, madeMp4],
  ['a WebM', mediaClaims, madeWebm],
  ['an Ogg', mediaClaims, madeOpus],
  ['a PDF', pdfClaims, madePdf],
];

test('a photograph claims when, by which phone and where it was taken', async () => {
  const { exif } = await sharp(await madePhoto()).metadata();
  expect(asClaims(exifClaims(exif!))).toEqual({
    takenAt: '2026-03-12 09:15:33 +07:00',
    changedAt: '2026-03-14 10:00:00 +08:00',
    device: 'Samsung SM-A155F',
    software: 'A155FXXU1',
    place: { latitude: 21.0285, longitude: 105.8542 },
  });
});
test('words of a picture stand as they are written there, in Vietnamese too, and be it a day that there is not', async () => {
  const { exif } = await sharp(await madePhoto()).metadata();
  const written = Buffer.from(exif!);
  written.write('Quầy Ba', written.indexOf('A155FXXU1'));
  written.write('2026:02:31', written.indexOf('2026:03:12'));
  expect(exifClaims(written)).toMatchObject({ software: 'Quầy Ba', takenAt: '2026-02-31 09:15:33 +07:00' });
});
test('a film claims its length, its sides, the moment and the place, as its head says', async () => {
  expect(asClaims(await mediaClaims(bytesOf(madeMp4())))).toEqual({
    takenAt: '2023-11-14 22:13:20 UTC',
    seconds: 83.4,
    width: 1080,
    height: 1920,
    device: 'SM-A155F',
    software: 'Android 14',
    place: { latitude: 21.0285, longitude: 105.8542 },
  });
  expect(asClaims(await mediaClaims(bytesOf(madeWebm())))).toEqual({
    seconds: 12.5,
    software: 'Máy quay',
    takenAt: '2026-03-12 00:00:00 UTC',
  });
});
test.each([
  ['Ogg', madeOpus],
  ['MP3', madeMp3],
  ['AMR', madeAmr],
])('a sound in %s claims its length', async (_, make) => {
  expect(asClaims(await mediaClaims(bytesOf(make())))).toEqual({ seconds: 7 });
});
test('a version is one of Android only where Android says it', async () => {
  const apple = { 'com.apple.quicktime.make': 'Apple', 'com.apple.quicktime.model': 'iPhone 13', 'com.apple.quicktime.software': '17.4.1' };
  expect(asClaims(await mediaClaims(bytesOf(madeMp4({ said: apple }))))).toMatchObject({
    device: 'Apple iPhone 13',
    software: 'iOS 17.4.1',
  });
});
test('a PDF claims what its information says; one that asks for a password says nothing', async () => {
  expect(asClaims(await pdfClaims(bytesOf(madePdf())))).toEqual({
    software: 'Zalo · May quet',
    takenAt: '2026-03-12 09:15:33 +07:00',
    author: 'An',
  });
  expect(asClaims(await pdfClaims(bytesOf(packedPdf())))).toEqual({ title: 'To khai', author: 'An' });
  const locked = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})>>/ID[(x)(x)]`;
  await expect(pdfClaims(bytesOf(madePdf(undefined, locked)))).rejects.toThrow('No password given');
});
test('a long PDF is read at its end too', async () => {
  const long = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(33_000_000, ' '), madePdf().subarray(8)]);
  expect(asClaims(await pdfClaims(bytesOf(long)))).toMatchObject({ author: 'An' });
});
test.each(READERS)('%s that is cut off or changed anywhere is read to some end', async (_, read, make) => {
  const sound = await make();
  for (let i = 0; i < Math.min(sound.length, 700); i++) {
    const changed = Buffer.from(sound);
    changed[i] ^= 0xff;
    for (const bytes of [sound.subarray(0, i), changed])
      asClaims(
        await Promise.resolve(bytesOf(bytes))
          .then(read)
          .catch(() => null),
      );
  }
});
test('of what was read only the form of a claim stays: no other field, no sign that nobody sees, no endless word', () => {
  const read = {
    device: `A\u202e\u0000${'x'.repeat(9_999)}`,
    seconds: NaN,
    width: -1,
    place: { latitude: 91, longitude: 0 },
    html: '<b>',
    title: ' \u200b ',
    software: 7,
  };
  expect(asClaims(read)).toEqual({ device: `A ${'x'.repeat(198)}` });
  for (const odd of [null, 7, 'x', [], { place: { latitude: 0, longitude: 0 } }]) expect(asClaims(odd)).toEqual({});
});

test('the name of a file is one line that people can read, without a path, and no longer than its bound', () => {
  expect(nameOf('C:\\Zalo\\Đoạn chat.txt')).toBe('Đoạn chat.txt');
  expect(nameOf('../../etc/anh\u202egpj.exe\u0000')).toBe('anh gpj.exe');
  for (const none of ['', '/', '\u200b']) expect(nameOf(none)).toBe('?');
  const long = nameOf(`${'x'.repeat(500)}.mp4`);
  expect([long.length, long.endsWith('….mp4')]).toEqual([200, true]);
});
test('what names people or a place, by its name, its origin or its claims, is for those who may read names', () => {
  const claims = { device: 'x', author: 'An', title: 'Chị Ba', place: { latitude: 1, longitude: 2 } };
  const file = { name: 'Đoạn chat với chị Ba.txt', origin: 'Chị Ba gửi', claims, hidden: true };
  expect(fileFor(file, true)).toEqual({ ...file, hidden: false });
  expect(fileFor(file, false)).toEqual({ name: '….txt', origin: null, claims: {}, hidden: true });
  expect(fileFor({ ...file, name: 'Chị Ba' }, false).name).toBe('…');
});

test('a moment that a file claims looks like one, whatever else stands in its place', () => {
  for (const takenAt of ['2026:11:12 08:30:00', '2026-11-12T08:30:00.000Z', 'UTC 2026-11-12 08:30:00', '12/11/2026 08:30 +07:00'])
    expect(asClaims({ takenAt })).toEqual({ takenAt });
  for (const takenAt of ['Trần Thị B 0901234567', '2026 của Lan', '08:30']) expect(asClaims({ takenAt })).toEqual({});
});
