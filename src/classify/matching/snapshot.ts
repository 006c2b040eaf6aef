import { createHash } from 'node:crypto';
import { numbers, type Flat } from './columns.js';

/** An index as a file keeps it; `of` names the claims that it is made of. */
export interface Kept {
  of: string;
  flat: Flat;
}
/** The head of such a file: by what the index was made, and which arrays follow, one after another. */
export interface Head {
  format: number;
  madeBy: string;
  of: string;
  columns: Place[];
}
interface Place {
  name: string;
  kind: 'numbers' | 'bytes';
  bytes: number;
}
type Values = Int32Array | Uint8Array;
export const HEAD_BYTES = 8192;
/** SHA-256 of all that stands before */
export const DIGEST_BYTES = 32;
export const MAGIC = 'lachan claim index\n';
const FORMAT = 1;
const HEX = 64;
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The arrays of an index by name; those of numbers come first, so that all of them begin at a multiple of four bytes. */
export function columnsOf(flat: Flat): { name: string; values: Values }[] {
  const named = (inside: Flat, before: string): { name: string; values: Values }[] =>
    Object.entries(inside).flatMap(([key, value]) =>
      ArrayBuffer.isView(value) ? [{ name: before + key, values: value as Values }] : named(value as Flat, `${before}${key}.`),
    );
  const all = named(flat, '');
  return [...all.filter(({ values }) => isNumbers(values)), ...all.filter(({ values }) => !isNumbers(values))];
}
const isNumbers = (values: Values): boolean => values instanceof Int32Array;

export function headOf({ of, flat }: Kept, madeBy: string): Buffer {
  const columns = columnsOf(flat).map(({ name, values }): Place => {
    return { name, kind: isNumbers(values) ? 'numbers' : 'bytes', bytes: values.byteLength };
  });
  const says = JSON.stringify({ format: FORMAT, madeBy, of, columns } satisfies Head);
  const text = `${MAGIC}${digestOf(says)}${says}`;
  if (Buffer.byteLength(text) > HEAD_BYTES) throw new Error(`The head of an index has ${HEAD_BYTES} bytes at most.`);
  return Buffer.alloc(HEAD_BYTES, ' ').fill(text, 0, Buffer.byteLength(text));
}

/** The head of a file of so many bytes; a text is the reason why it is none that can be used. */
export function readHead(bytes: Buffer, size: number, wanted: { madeBy: string; of?: string }): Head | string {
  const text = bytes.toString();
  if (!text.startsWith(MAGIC)) return 'it is no index of claims';
  const says = text.slice(MAGIC.length + HEX).trimEnd();
  if (digestOf(says) !== text.slice(MAGIC.length, MAGIC.length + HEX)) return 'it was damaged';
  const head = JSON.parse(says) as Head;
  if (head.format !== FORMAT) return 'it has the form of another version';
  if (head.madeBy !== wanted.madeBy) return 'it was made by other rules or another version';
  if (wanted.of !== undefined && head.of !== wanted.of) return 'it was made of other claims';
  const whole = head.columns.reduce((sum, { bytes: more }) => sum + more, HEAD_BYTES + DIGEST_BYTES);
  return size === whole ? head : 'it is not whole';
}

/** Empty arrays as the head tells them, in memory that threads share: to be filled in their order. */
export function room({ columns }: Head): { flat: Flat; values: Values[] } {
  const flat: Flat = {};
  const values = columns.map(({ name, kind, bytes }) => {
    const path = name.split('.');
    const inside = path.slice(0, -1).reduce((outer, key) => (outer[key] ??= {}) as Flat, flat);
    return (inside[path.at(-1)!] = kind === 'numbers' ? numbers(bytes / 4) : new Uint8Array(new SharedArrayBuffer(bytes)));
  });
  return { flat, values };
}
