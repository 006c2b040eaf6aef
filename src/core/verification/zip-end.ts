import type { Faults } from './faults.js';
import { u16, u32, u64, type Source } from './source.js';

export interface Directory {
  at: number;
  size: number;
  count: number;
}
const [END, END_BYTES, LONGEST_COMMENT] = [0x06054b50, 22, 0xffff];
const [END64, END64_BYTES] = [0x06064b50, 56];
const [LOCATOR, LOCATOR_BYTES] = [0x07064b50, 20];

/** Where the directory of a zip lies. Its end record must be the last bytes: what follows it, or a comment in it, another reader may take for the end. */
export async function findDirectory(source: Source, faults: Faults): Promise<Directory | null> {
  const span = Math.min(source.size, END_BYTES + LONGEST_COMMENT);
  const tail = await source.read(source.size - span, span);
  let at = span - END_BYTES;
  while (at >= 0 && u32(tail, at) !== END) at--;
  if (at < 0) {
    faults.add('form.no-end');
    return null;
  }
  if (at !== span - END_BYTES || u16(tail, at + 20) !== 0) faults.add('form.after-end');
  const told = { count: u16(tail, at + 10), size: u32(tail, at + 12), at: u32(tail, at + 16) };
  if (u16(tail, at + 4) !== 0 || u16(tail, at + 6) !== 0 || u16(tail, at + 8) !== told.count) faults.add('form.disks');
  const end = source.size - span + at;
  const large = await findLarge(source, end, faults);
  for (const [part, most] of [
    ['count', 0xffff],
    ['size', 0xffffffff],
    ['at', 0xffffffff],
  ] as const)
    if (large ? told[part] !== most && told[part] !== large[part] : told[part] === most) faults.add('form.end-differs');
  const directory = large ?? told;
  if (directory.at + directory.size !== end - (large ? END64_BYTES + LOCATOR_BYTES : 0)) {
    faults.add('form.directory-place');
    return null;
  }
  return directory;
}

/** The end record of a large zip, which lies right before its locator, and that right before the end. */
async function findLarge(source: Source, end: number, faults: Faults): Promise<Directory | null> {
  const before = await source.read(Math.max(0, end - LOCATOR_BYTES), Math.min(end, LOCATOR_BYTES));
  if (before.length < LOCATOR_BYTES || u32(before, 0) !== LOCATOR) return null;
  const at = end - LOCATOR_BYTES - END64_BYTES;
  const record = at < 0 ? new Uint8Array() : await source.read(at, END64_BYTES);
  const plain =
    u64(before, 8) === at &&
    u32(before, 4) === 0 &&
    u32(before, 16) === 1 &&
    u32(record, 0) === END64 &&
    u64(record, 4) === END64_BYTES - 12 &&
    u16(record, 14) === 45 &&
    u32(record, 16) === 0 &&
    u32(record, 20) === 0 &&
    u64(record, 24) === u64(record, 32);
  if (!plain) {
    faults.add('form.end-differs');
    return null;
  }
  return { count: u64(record, 32), size: u64(record, 40), at: u64(record, 48) };
}
