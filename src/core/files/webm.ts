import type { Bytes } from './bytes.js';
import { utc, type FileClaims } from './claims.js';

const [SEGMENT, INFO, CLUSTER] = [0x18538067, 0x1549a966, 0x1f43b675];
const [SCALE, DURATION, DATE, WRITER, TITLE] = [0x2ad7b1, 0x4489, 0x4461, 0x5741, 0x7ba9];
const MOST_ELEMENTS = 2_000;
const SINCE_2001_MS = Date.UTC(2001, 0, 1);

interface Element {
  id: number;
  from: number;
  to: number;
}

/** The head of a WebM or Matroska file (RFC 8794, RFC 9559). */
export function webmClaims(bytes: Bytes): FileClaims {
  const segment = find(bytes, 0, bytes.size, SEGMENT);
  const info = segment && find(bytes, segment.from, segment.to, INFO);
  if (!info) return {};
  let scale = 1_000_000;
  let length: number | undefined;
  const claims: FileClaims = {};
  for (const { id, from, to } of elements(bytes, info.from, info.to)) {
    const value = bytes.at(from, Math.min(to - from, 500));
    if (id === SCALE && value.length > 0 && value.length <= 6) scale = value.readUIntBE(0, value.length);
    if (id === DURATION) length = value.length === 4 ? value.readFloatBE(0) : value.length === 8 ? value.readDoubleBE(0) : undefined;
    if (id === WRITER) claims.software = value.toString('utf8');
    if (id === TITLE) claims.title = value.toString('utf8');
    if (id === DATE && value.length === 8) claims.takenAt = moment(value.readBigInt64BE(0));
  }
  return { ...claims, ...(length === undefined ? {} : { seconds: (length * scale) / 1e9 }) };
}
const moment = (nanoseconds: bigint): string | undefined => utc(new Date(SINCE_2001_MS + Number(nanoseconds / 1_000_000n)));

function find(bytes: Bytes, from: number, to: number, id: number): Element | undefined {
  for (const element of elements(bytes, from, to)) {
    if (element.id === id) return element;
    if (element.id === CLUSTER) return undefined;
  }
  return undefined;
}
function* elements(bytes: Bytes, from: number, to: number): Generator<Element> {
  for (let n = 0; n < MOST_ELEMENTS && from < to; n++) {
    const head = bytes.at(from, 12);
    const id = number(head, 0, 4, true);
    const size = id && number(head, id.length, 8, false);
    if (!id || !size) return;
    const begins = from + id.length + size.length;
    const ends = size.unknown ? to : begins + size.value;
    if (ends > to) return;
    yield { id: id.value, from: begins, to: ends };
    from = ends;
  }
}
/** A number whose first byte says how long it is; an id keeps that mark. */
function number(head: Buffer, at: number, longest: number, marked: boolean) {
  const first = head[at];
  if (!first) return null;
  const length = Math.clz32(first) - 23;
  if (length > longest || at + length > head.length) return null;
  let value = marked ? first : first & ((1 << (8 - length)) - 1);
  let unknown = !marked && value === (1 << (8 - length)) - 1;
  for (let i = 1; i < length; i++) {
    value = value * 256 + head[at + i];
    unknown &&= head[at + i] === 255;
  }
  return { value, length, unknown };
}
