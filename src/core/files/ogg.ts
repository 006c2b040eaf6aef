import type { Bytes } from './bytes.js';
import type { FileClaims } from './claims.js';

const TAIL = 70_000; // no page is longer

/** How long the sound of an Ogg file is: the last page says how many samples came before it (RFC 3533, RFC 7845). */
export function oggClaims(bytes: Bytes): FileClaims {
  const head = bytes.at(0, 200);
  const opus = head.indexOf('OpusHead', 0, 'latin1');
  const vorbis = head.indexOf('\x01vorbis', 0, 'latin1');
  const rate = opus >= 0 ? 48_000 : vorbis >= 0 && vorbis + 16 <= head.length ? head.readUInt32LE(vorbis + 12) : 0;
  const skipped = opus >= 0 && opus + 12 <= head.length ? head.readUInt16LE(opus + 10) : 0;
  const tail = bytes.at(Math.max(0, bytes.size - TAIL), TAIL);
  const last = tail.lastIndexOf('OggS', undefined, 'latin1');
  if (rate === 0 || last < 0 || last + 14 > tail.length) return {};
  const samples = Number(tail.readBigUInt64LE(last + 6)) - skipped;
  return samples >= 0 && samples < 2 ** 52 ? { seconds: samples / rate } : {};
}
