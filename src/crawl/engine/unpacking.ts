import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';

const RAW_DEFLATE = (first: Buffer): boolean => (first[0] & 15) !== 8 || first.readUInt16BE(0) % 31 !== 0;
type Unpacker = (first: Buffer) => Transform;
const UNPACKERS: Record<string, Unpacker> = {
  gzip: () => zlib.createUnzip(),
  'x-gzip': () => zlib.createUnzip(),
  deflate: (first) => (first.length > 1 && RAW_DEFLATE(first) ? zlib.createInflateRaw() : zlib.createInflate()), // browsers take either
  br: () => zlib.createBrotliDecompress(),
};

export const CODES: readonly string[] = Object.keys(UNPACKERS);
/** What takes these codes off, the outermost first; null where nothing is packed, or in a way that cannot be taken off here. */
export function unpackersOf(contentEncoding: string): Unpacker[] | null {
  const codes = contentEncoding
    .toLowerCase()
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '' && code !== 'identity')
    .map((code) => (Object.hasOwn(UNPACKERS, code) ? UNPACKERS[code] : null));
  return codes.length > 0 && codes.every((code) => code !== null) ? codes.reverse() : null;
}

/** Counts, as a body comes, what a browser would have of it unpacked; several codes may lie in one another. */
export class Unpacking {
  bytes = 0;
  private first: Transform | undefined;
  private broken = false;
  private constructor(private readonly codes: Unpacker[]) {}

  static of(contentEncoding: string): Unpacking | null {
    const codes = unpackersOf(contentEncoding);
    return codes && new Unpacking(codes);
  }

  /** Ends when all of it is unpacked; nothing unpacked is kept. */
  async take(chunk: Buffer): Promise<void> {
    if (this.broken || chunk.length === 0) return;
    this.first ??= this.open(chunk);
    const first = this.first;
    await new Promise<void>((done) => {
      first.once('close', done);
      first.write(chunk, () => {
        first.off('close', done);
        done();
      });
    });
  }
  close(): void {
    this.first?.destroy();
  }

  private open(chunk: Buffer): Transform {
    const all = this.codes.map((make) => make(chunk));
    for (const stage of all)
      stage.on('error', () => {
        this.broken = true; // nor does a browser read on
        for (const each of all) each.destroy();
      });
    const last = all.reduce((from, to) => from.pipe(to));
    last.on('data', (plain: Buffer) => {
      this.bytes += plain.length;
    });
    return all[0];
  }
}
