import type { Bytes } from './bytes.js';
import { utc, type FileClaims } from './claims.js';

interface Box {
  type: string;
  /** the four bytes of the type as a number: an index into `keys` */
  number: number;
  from: number;
  to: number;
}
const MOST_BOXES = 4_000;
const MOST_HEAD = 64_000_000;
/** seconds from 1904, from which QuickTime counts, to 1970 */
const SINCE_1904 = 2_082_844_800;
const NAMES: Record<string, 'make' | 'model' | 'software' | 'android' | 'takenAt' | 'place' | 'title' | 'author'> = {
  '©mak': 'make',
  '©mod': 'model',
  '©swr': 'software',
  '©too': 'software',
  '©day': 'takenAt',
  '©xyz': 'place',
  '©nam': 'title',
  '©ART': 'author',
  'com.apple.quicktime.make': 'make',
  'com.apple.quicktime.model': 'model',
  'com.apple.quicktime.software': 'software',
  'com.apple.quicktime.creationdate': 'takenAt',
  'com.apple.quicktime.location.ISO6709': 'place',
  'com.apple.quicktime.author': 'author',
  'com.android.manufacturer': 'make',
  'com.android.model': 'model',
  'com.android.version': 'android',
};

/** The head of an MP4, QuickTime or 3GP file: ISO/IEC 14496-12, and what phones write into `udta` and `meta`. */
export function mp4Claims(bytes: Bytes): FileClaims {
  const moov = find(bytes, 0, bytes.size, 'moov');
  if (!moov || moov.to - moov.from > MOST_HEAD) return {};
  const said: Partial<Record<(typeof NAMES)[string], string>> = {};
  const claims: FileClaims = {};
  for (const box of boxes(bytes, moov.from, moov.to)) {
    if (box.type === 'mvhd') Object.assign(claims, movie(bytes.at(box.from, 32)));
    if (box.type === 'trak') Object.assign(claims, claims.width ? {} : sides(bytes, box));
    if (box.type === 'udta') for (const inner of boxes(bytes, box.from, box.to)) tell(bytes, inner, said);
    if (box.type === 'meta') tell(bytes, box, said);
  }
  const { make, model } = said;
  const device = make && model && !model.startsWith(make) ? `${make} ${model}` : (model ?? make);
  const { place, takenAt, android, software = android && `Android ${android}`, title, author } = said;
  const given = { takenAt, device, software, title, author };
  return {
    ...claims,
    ...Object.fromEntries(Object.entries(given).filter(([, v]) => v)),
    ...(place && at(place) ? { place: at(place)! } : {}),
  };
}
function at(iso6709: string): FileClaims['place'] | null {
  const [, latitude, longitude] = /^([+-]\d{1,2}(?:\.\d{1,9})?)([+-]\d{1,3}(?:\.\d{1,9})?)/.exec(iso6709) ?? [];
  return latitude ? { latitude: Number(latitude), longitude: Number(longitude) } : null;
}

function* boxes(bytes: Bytes, from: number, to: number): Generator<Box> {
  for (let n = 0; n < MOST_BOXES && from + 8 <= to; n++) {
    const head = bytes.at(from, 16);
    if (head.length < 8) return;
    const small = head.readUInt32BE(0);
    const long = small === 1 && head.length === 16;
    const size = long ? Number(head.readBigUInt64BE(8)) : small === 0 ? to - from : small;
    const begins = from + (long ? 16 : 8);
    if (size < begins - from || from + size > to) return;
    yield { type: head.subarray(4, 8).toString('latin1'), number: head.readUInt32BE(4), from: begins, to: from + size };
    from += size;
  }
}
const find = (bytes: Bytes, from: number, to: number, type: string): Box | undefined => {
  for (const box of boxes(bytes, from, to)) if (box.type === type) return box;
  return undefined;
};

function movie(mvhd: Buffer): FileClaims {
  const long = mvhd[0] === 1;
  if (mvhd.length < (long ? 32 : 20)) return {};
  const created = long ? Number(mvhd.readBigUInt64BE(4)) : mvhd.readUInt32BE(4);
  const scale = mvhd.readUInt32BE(long ? 20 : 12);
  const length = long ? Number(mvhd.readBigUInt64BE(24)) : mvhd.readUInt32BE(16);
  const takenAt = created > SINCE_1904 ? utc(new Date((created - SINCE_1904) * 1000)) : undefined;
  return {
    ...(takenAt ? { takenAt } : {}),
    ...(scale > 0 && length < 2 ** 52 ? { seconds: length / scale } : {}),
  };
}
function sides(bytes: Bytes, trak: Box): FileClaims {
  const tkhd = find(bytes, trak.from, trak.to, 'tkhd');
  if (!tkhd) return {};
  const last = bytes.at(tkhd.to - 8, 8);
  const [width, height] = last.length === 8 ? [last.readUInt32BE(0) / 65_536, last.readUInt32BE(4) / 65_536] : [0, 0];
  return width > 0 && height > 0 ? { width, height } : {};
}

/** What a box of `udta` or a `meta` says. */
function tell(bytes: Bytes, box: Box, said: Partial<Record<string, string>>): void {
  if (box.type === 'meta') return tellMeta(bytes, box, said);
  const name = NAMES[box.type];
  const value = bytes.at(box.from, Math.min(box.to - box.from, 500));
  if (name && value.length > 4) said[name] = value.subarray(4, 4 + value.readUInt16BE(0)).toString('utf8');
}
function tellMeta(bytes: Bytes, box: Box, said: Partial<Record<string, string>>): void {
  // a full box has four bytes before its first box, that of QuickTime has none
  const from = bytes.at(box.from + 4, 4).toString('latin1') === 'hdlr' ? box.from : box.from + 4;
  const keys = keysOf(bytes, find(bytes, from, box.to, 'keys'));
  const list = find(bytes, from, box.to, 'ilst');
  if (!list) return;
  for (const item of boxes(bytes, list.from, list.to)) {
    const name = NAMES[keys[item.number - 1] ?? item.type];
    const data = name && find(bytes, item.from, item.to, 'data');
    if (data) said[name] = bytes.at(data.from + 8, Math.min(data.to - data.from - 8, 500)).toString('utf8');
  }
}
function keysOf(bytes: Bytes, box: Box | undefined): string[] {
  if (!box) return [];
  const found: string[] = [];
  for (let from = box.from + 8; from + 8 <= box.to && found.length < 200;) {
    const size = bytes.at(from, 4).readUInt32BE(0);
    if (size < 8 || from + size > box.to) break;
    found.push(bytes.at(from + 8, Math.min(size - 8, 100)).toString('utf8'));
    from += size;
  }
  return found;
}
