import ExifReader, { type IncludeTagsOptions } from 'exifreader';
import type { FileClaims } from './claims.js';

const WANTED = ['Make', 'Model', 'Software', 'Artist', 'DateTime', 'DateTimeOriginal', 'DateTimeDigitized'] as const;
const ZONES = ['OffsetTime', 'OffsetTimeOriginal', 'OffsetTimeDigitized'] as const;
const includeTags: IncludeTagsOptions = { exif: [...WANTED, ...ZONES], gps: true };

/** What the Exif of a picture says: words and moments as they are written there, but for the strokes of the day. */
export function exifClaims(block: Buffer): FileClaims {
  const { exif, gps } = ExifReader.load(tiffOf(block), { expanded: true, includeTags });
  const text = (tag: (typeof WANTED)[number] | (typeof ZONES)[number]) => words(exif?.[tag]);
  const [make, model, changed] = [text('Make'), text('Model'), text('DateTime')];
  const [taken, digitized] = [text('DateTimeOriginal'), text('DateTimeDigitized')];
  const { Latitude: latitude, Longitude: longitude } = gps ?? {};
  return {
    takenAt: dated(taken, text('OffsetTimeOriginal')) ?? dated(digitized, text('OffsetTimeDigitized')),
    changedAt: dated(changed, text('OffsetTime')),
    device: make && model && !model.startsWith(make) ? `${make} ${model}` : (model ?? make),
    software: text('Software'),
    author: text('Artist'),
    place: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
  };
}
const tiffOf = (block: Buffer): Buffer => (block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block);

function words(tag: { value?: unknown } | undefined): string | undefined {
  const [said] = [tag?.value].flat();
  return (typeof said === 'string' && said.trim()) || undefined;
}
const dated = (at: string | undefined, zone: string | undefined): string | undefined =>
  at && [at.replace(/^(\d{4}):(\d{2}):(\d{2})/, '$1-$2-$3'), zone].filter(Boolean).join(' ');
