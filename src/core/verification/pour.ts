import type { Faults } from './faults.js';
import type { Means } from './means.js';
import { joined, piecesOf, type Source } from './source.js';
import type { Entry } from './zip-entry.js';

export interface Poured {
  sha256: string;
  size: number;
}
/** Somebody who reads along. */
export interface Sink {
  push(bytes: Uint8Array): void | Promise<void>;
}

/** Reads an entry once, from its first byte to its last: its check sum, its hash, and whatever `sink` makes of it. */
export async function pour(source: Source, entry: Entry, means: Means, faults: Faults, sink?: Sink): Promise<Poured> {
  const [hash, crc] = [means.sha256(), means.crc32()];
  let size = 0;
  const take = (bytes: Uint8Array): void | Promise<void> => {
    const reading = sink?.push(bytes); // may unpack beside
    hash.update(bytes);
    crc.update(bytes);
    size += bytes.length;
    return reading;
  };
  if (entry.deflated) await unpack(source, entry, means, take, faults);
  else for await (const piece of piecesOf(source, entry.dataAt, entry.packed)) await take(piece);
  if (crc.value() !== entry.crc || size !== entry.size) faults.add('form.checksum', entry.name);
  return { sha256: hash.hex(), size };
}

const SLICE = 65_536;
async function unpack(
  source: Source,
  entry: Entry,
  means: Means,
  take: (bytes: Uint8Array) => void | Promise<void>,
  faults: Faults,
): Promise<void> {
  const inflater = means.inflater();
  let [taken, size] = [0, 0];
  try {
    for await (const piece of piecesOf(source, entry.dataAt, entry.packed))
      for (let at = 0; at < piece.length; at += SLICE) {
        const out: Uint8Array[] = [];
        taken += await inflater.write(piece.subarray(at, at + SLICE), (bytes) => {
          size += bytes.length;
          if (size <= entry.size) out.push(bytes.slice());
        });
        if (out.length > 0) await take(joined(out));
        if (size > entry.size) return faults.add('form.packing', entry.name);
      }
    const ended = (await inflater.write(new Uint8Array(1), () => undefined)) === 0;
    if (taken !== entry.packed || !ended) faults.add('form.packing', entry.name);
  } catch {
    faults.add('form.packing', entry.name);
  } finally {
    inflater.close();
  }
}

/** Keeps all bytes, as far as there is room; several may share it. */
export class Keep implements Sink {
  private parts: Uint8Array[] | null = [];
  constructor(private readonly room: { left: number }) {}
  push(bytes: Uint8Array): void {
    this.room.left -= bytes.length;
    if (this.room.left < 0) this.parts = null;
    else this.parts?.push(bytes.slice());
  }
  /** null where there was no room */
  bytes(): Uint8Array | null {
    return this.parts && joined(this.parts);
  }
}
