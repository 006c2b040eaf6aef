import type { Faults } from './faults.js';
import { textOf, u16, u32, u64 } from './source.js';

/** One entry as the directory tells it. */
export interface Entry {
  name: string;
  rawName: Uint8Array;
  deflated: boolean;
  packed: number;
  size: number;
  crc: number;
  /** where its local header lies, and, once that was read, its bytes */
  at: number;
  dataAt: number;
  flags: number;
  needed: number;
  large: boolean;
  /** date and time as DOS counts them */
  dos: number;
  /** seconds since 1970, where it bears them */
  modified: number | null;
  /** what says nothing of the content, and is alike in all entries of one writer */
  madeBy: number;
  attributes: number;
}
const [RECORD, RECORD_BYTES] = [0x02014b50, 46];
const [UTF8, AFTERWARDS] = [0x800, 8];
const FULL = 0xffffffff;
const [TIMES, LARGE] = [0x5455, 1];
export const inUtf8 = (entry: Entry): boolean => (entry.flags & UTF8) !== 0;
export const sizesFollow = (entry: Entry): boolean => (entry.flags & AFTERWARDS) !== 0;

/** The entry at this place of the directory, and where the next one begins; null where none is. */
export function readEntry(directory: Uint8Array, at: number, faults: Faults): { entry: Entry; next: number } | null {
  if (at + RECORD_BYTES > directory.length || u32(directory, at) !== RECORD) return null;
  const [names, extras, comments] = [u16(directory, at + 28), u16(directory, at + 30), u16(directory, at + 32)];
  const next = at + RECORD_BYTES + names + extras + comments;
  if (next > directory.length) return null;
  const rawName = directory.slice(at + RECORD_BYTES, at + RECORD_BYTES + names);
  const text = textOf(rawName);
  const name = text ?? Array.from(rawName, (byte) => String.fromCharCode(byte)).join('');
  const method = u16(directory, at + 10);
  const entry: Entry = {
    name,
    rawName,
    deflated: method === 8,
    packed: u32(directory, at + 20),
    size: u32(directory, at + 24),
    crc: u32(directory, at + 16),
    at: u32(directory, at + 42),
    dataAt: NaN,
    flags: u16(directory, at + 8),
    needed: u16(directory, at + 6),
    large: false,
    dos: u32(directory, at + 12),
    modified: null,
    madeBy: u16(directory, at + 4),
    attributes: u32(directory, at + 38),
  };
  if (text === null || (/[^\x20-\x7e]/.test(name) && !(entry.flags & UTF8))) faults.add('form.name', name);
  if (!isSafe(name)) faults.add('form.path', name);
  if (method !== 0 && method !== 8) faults.add('form.method', name, { method });
  if ((entry.flags & ~(UTF8 | AFTERWARDS)) !== 0) faults.add('form.flags', name);
  if (comments > 0) faults.add('form.comment', name);
  if (u16(directory, at + 34) !== 0 || u16(directory, at + 36) !== 0) faults.add('form.odd-field', name);
  readExtras(directory.subarray(next - comments - extras, next - comments), entry, faults);
  if (entry.needed !== (entry.large ? 45 : 20)) faults.add('form.odd-field', name);
  return { entry, next };
}

/** Only the two extra fields that say no other content: time, and sizes too large for the record itself. */
function readExtras(extras: Uint8Array, entry: Entry, faults: Faults): void {
  let at = 0;
  while (at + 4 <= extras.length) {
    const [id, length] = [u16(extras, at), u16(extras, at + 2)];
    const field = extras.subarray(at + 4, at + 4 + length);
    if (field.length < length) break;
    if (id === TIMES && length === 5 && field[0] === 3 && entry.modified === null) entry.modified = u32(field, 1);
    else if (id !== LARGE || entry.large || !readLarge(field, entry)) break;
    at += 4 + length;
  }
  if (at !== extras.length) faults.add('form.extra', entry.name);
}
function readLarge(field: Uint8Array, entry: Entry): boolean {
  const parts = (['size', 'packed', 'at'] as const).filter((part) => entry[part] === FULL);
  if (parts.length === 0 || field.length !== parts.length * 8) return false;
  const values = parts.map((_, i) => u64(field, i * 8));
  if (!values.every(Number.isSafeInteger)) return false;
  for (const [i, part] of parts.entries()) entry[part] = values[i];
  return (entry.large = true);
}

/** A name that every system unpacks to the same place inside. */
const isSafe = (name: string): boolean =>
  name.length > 0 &&
  name.length <= 1_000 &&
  !/[\\:\p{Cc}]/u.test(name) &&
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
