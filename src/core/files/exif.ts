import type { FileClaims } from './claims.js';

const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8];
const MOST_ENTRIES = 200;
const MOST_BYTES = 400;
const [TEXT, RATIONAL] = [2, 5];

/** Exif as TIFF 6.0 and Exif 2.32 lay it out, no further than a few fields; whatever points outside is not followed. */
export function exifClaims(block: Buffer): FileClaims {
  const tiff = block.subarray(0, 6).toString('latin1') === 'Exif\0\0' ? block.subarray(6) : block;
  const order = tiff.subarray(0, 2).toString('latin1');
  if (order !== 'II' && order !== 'MM') return {};
  const read = new Directories(tiff, order === 'II');
  const main = read.at(read.long(4));
  const photo = read.at(main.get(0x8769)?.number);
  const gps = read.at(main.get(0x8825)?.number);
  const text = (of: Directory, tag: number) => of.get(tag)?.text;
  const dated = (at: string | undefined, zone: string | undefined) => at && [moment(at), zone].filter(Boolean).join(' ');
  const [taken, digitized] = [dated(text(photo, 0x9003), text(photo, 0x9011)), dated(text(photo, 0x9004), text(photo, 0x9012))];
  const [make, model] = [text(main, 0x010f), text(main, 0x0110)];
  const [latitude, longitude] = [degrees(gps, 2, 1, 'S'), degrees(gps, 4, 3, 'W')];
  return {
    takenAt: taken ?? digitized,
    changedAt: dated(text(main, 0x0132), text(photo, 0x9010)),
    device: make && model && !model.startsWith(make) ? `${make} ${model}` : (model ?? make),
    software: text(main, 0x0131),
    author: text(main, 0x013b),
    place: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
  };
}
/** The day with strokes instead of colons; nothing else is changed. */
const moment = (at: string): string => at.replace(/^(\d{4}):(\d{2}):(\d{2})/, '$1-$2-$3');

interface Entry {
  text?: string;
  number?: number;
  ratios: number[];
}
type Directory = Map<number, Entry>;

function degrees(gps: Directory, tag: number, side: number, negative: string): number | undefined {
  const [d, m = 0, s = 0] = gps.get(tag)?.ratios ?? [];
  if (d === undefined || ![d, m, s].every(Number.isFinite)) return undefined;
  return (d + m / 60 + s / 3600) * (gps.get(side)?.text === negative ? -1 : 1);
}

class Directories {
  constructor(
    private readonly tiff: Buffer,
    private readonly little: boolean,
  ) {}

  at(offset: number | undefined): Directory {
    const found: Directory = new Map();
    if (!offset || offset + 2 > this.tiff.length) return found;
    const count = Math.min(this.short(offset), MOST_ENTRIES);
    for (let i = 0; i < count; i++) {
      const entry = offset + 2 + i * 12;
      if (entry + 12 > this.tiff.length) break;
      const value = this.entry(entry);
      if (value) found.set(this.short(entry), value);
    }
    return found;
  }
  private entry(entry: number): Entry | null {
    const [type, count] = [this.short(entry + 2), this.long(entry + 4)];
    const bytes = (SIZES[type] ?? 0) * count;
    if (bytes === 0 || bytes > MOST_BYTES) return null;
    const from = bytes > 4 ? this.long(entry + 8) : entry + 8;
    if (from + bytes > this.tiff.length) return null;
    if (type === TEXT)
      return {
        text:
          this.tiff
            .subarray(from, from + bytes)
            .toString('utf8')
            .split('\0')[0]
            .trim() || undefined,
        ratios: [],
      };
    if (type === RATIONAL)
      return { ratios: Array.from({ length: count }, (_, i) => this.long(from + i * 8) / this.long(from + i * 8 + 4)) };
    return { number: type === 3 ? this.short(from) : this.long(from), ratios: [] };
  }
  private short(at: number): number {
    return this.little ? this.tiff.readUInt16LE(at) : this.tiff.readUInt16BE(at);
  }
  long(at: number): number {
    if (at + 4 > this.tiff.length) return 0;
    return this.little ? this.tiff.readUInt32LE(at) : this.tiff.readUInt32BE(at);
  }
}
