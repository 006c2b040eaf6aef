import type { Faults } from './faults.js';
import { same, u16, u32, u64, type Source } from './source.js';
import { findDirectory } from './zip-end.js';
import { inUtf8, readEntry, sizesFollow, type Entry } from './zip-entry.js';

const LARGEST_DIRECTORY = 64 * 1_048_576;
const [LOCAL, LOCAL_BYTES, DESCRIPTOR] = [0x04034b50, 30, 0x08074b50];
/** the two files that a sealed zip bears beside those of its manifest */
export const OWN = ['datapackage.json', 'datapackage-digest.json'];

/**
 * The entries of a zip that every reader reads alike: one after the other without gap or overlap from the first byte to the directory,
 * each the same in both of its headers, no name twice, nothing before, between or behind. Null where they cannot be found.
 */
export async function readZip(source: Source, faults: Faults): Promise<Entry[] | null> {
  const directory = await findDirectory(source, faults);
  if (!directory) return null;
  if (directory.size > LARGEST_DIRECTORY) {
    faults.add('form.too-large');
    return null;
  }
  const bytes = await source.read(directory.at, directory.size);
  const entries: Entry[] = [];
  let at = 0;
  for (let read; (read = readEntry(bytes, at, faults)); at = read.next) entries.push(read.entry);
  if (at !== bytes.length || entries.length !== directory.count) faults.add('form.directory');
  checkNames(entries, faults);
  checkAlike(entries, faults);
  let cursor = 0;
  for (const entry of entries) {
    if (entry.at !== cursor) faults.add(entry.at < cursor ? 'form.overlap' : 'form.gap', entry.name, { at: cursor });
    cursor = await readLocal(source, entry, directory.at, faults);
  }
  if (cursor !== directory.at) faults.add('form.gap', '', { at: cursor });
  return entries;
}

/** What differs only in case or in how its letters are composed is one file on some systems. */
function checkNames(entries: readonly Entry[], faults: Faults): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const folded = name.normalize('NFC').toLowerCase();
    if (seen.has(folded)) faults.add('form.twice', name);
    seen.add(folded);
  }
}

function checkAlike(entries: readonly Entry[], faults: Faults): void {
  const first = new Map<boolean, Entry>();
  for (const entry of entries) {
    const own = OWN.includes(entry.name);
    const like = first.get(own) ?? entry;
    first.set(own, like);
    const [one] = entries;
    const alike =
      entry.attributes === like.attributes &&
      inUtf8(entry) === inUtf8(one) &&
      entry.madeBy === one.madeBy &&
      entry.dos === one.dos &&
      entry.modified === one.modified;
    if (!alike || !isQuarterHours(entry)) faults.add('form.odd-field', entry.name);
  }
}
/** DOS tells local time, in steps of two seconds. */
function isQuarterHours({ dos, modified }: Entry): boolean {
  if (modified === null) return true;
  const [time, date] = [dos & 0xffff, dos >>> 16];
  const local = Date.UTC((date >> 9) + 1980, ((date >> 5) & 15) - 1, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2) / 1000;
  const apart = local - (modified - (modified % 2));
  return apart % 900 === 0 && Math.abs(apart) <= 14 * 3600;
}

/** Holds the header before an entry's bytes, and the sizes behind them, against the directory; answers where the entry ends. */
async function readLocal(source: Source, entry: Entry, until: number, faults: Faults): Promise<number> {
  const { name, rawName, at } = entry;
  const header = at >= 0 && at < until ? await source.read(at, Math.min(LOCAL_BYTES + rawName.length, until - at)) : new Uint8Array();
  if (header.length < LOCAL_BYTES + rawName.length || u32(header, 0) !== LOCAL) {
    faults.add('form.local', name);
    return at;
  }
  const later = sizesFollow(entry);
  const told = later ? [0, 0, 0] : [entry.crc, entry.packed, entry.size];
  const agrees =
    (u16(header, 4) === entry.needed || (entry.large && u16(header, 4) === 20)) &&
    u16(header, 6) === entry.flags &&
    u16(header, 8) === (entry.deflated ? 8 : 0) &&
    u32(header, 10) === entry.dos &&
    told.every((value, i) => u32(header, 14 + 4 * i) === value) &&
    u16(header, 26) === rawName.length &&
    u16(header, 28) === 0 &&
    same(header.subarray(LOCAL_BYTES), rawName);
  if (!agrees) faults.add('form.local', name);
  entry.dataAt = at + LOCAL_BYTES + rawName.length;
  const end = entry.dataAt + entry.packed;
  if (end > until) {
    faults.add('form.overlap', name, { at: until });
    entry.packed = until - entry.dataAt;
    return until;
  }
  return later ? end + (await checkDescriptor(source, entry, end, faults)) : end;
}
async function checkDescriptor(source: Source, entry: Entry, at: number, faults: Faults): Promise<number> {
  const wide = entry.size >= 0xffffffff || entry.packed >= 0xffffffff || (entry.large && entry.at >= 0xffffffff);
  const length = wide ? 24 : 16;
  const told = await source.read(at, length);
  const sizes = wide ? [u64(told, 8), u64(told, 16)] : [u32(told, 8), u32(told, 12)];
  const agrees =
    told.length === length &&
    u32(told, 0) === DESCRIPTOR &&
    u32(told, 4) === entry.crc &&
    sizes[0] === entry.packed &&
    sizes[1] === entry.size;
  if (!agrees) faults.add('form.local', entry.name);
  return length;
}
