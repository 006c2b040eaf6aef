import type { FileHandle } from 'node:fs/promises';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { recordedHead, type RecordedHead } from './recorded-answer.js';

/** An answer whose body lies where it can be read in pieces, its codings taken off. */
export type LaidAnswer = Pick<RecordedHead, 'status' | 'headers' | 'length'> & { read(piece?: Piece): Readable };
/** its first and its last byte */
interface Piece {
  start: number;
  end: number;
}
/** in bytes */
interface Bounds {
  each: number;
  all: number;
}
interface Place {
  start: number;
  length: number;
}
const LARGEST_HEADS = 1_048_576;
const READ_AT_ONCE = 262_144;
const cut = { finishFlush: constants.Z_SYNC_FLUSH }; // a body that was cut is shown as far as it came
const brotli = () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
const DECODERS: Record<string, (() => Transform) | undefined> = {
  gzip: () => createGunzip(cut),
  'x-gzip': () => createGunzip(cut),
  deflate: () => createInflate(cut),
  br: brotli,
};

/** Answers of a package, unpacked one after the other into a file: never in memory, and each once, however often and in whatever pieces it is asked for. */
class LaidAnswers {
  private end = 0;
  private last: Promise<unknown> = Promise.resolve();
  private readonly laid = new Map<number, Promise<LaidAnswer | null>>();

  constructor(
    private readonly file: FileHandle,
    private readonly most: Bounds = { each: 102 * 1_048_576, all: 400 * 1_048_576 },
  ) {}

  /** Null where it is no answer, or larger than is unpacked. A fault of the disk is thrown, and the next asking tries again. */
  get(number: number, member: () => Promise<Readable>): Promise<LaidAnswer | null> {
    const known = this.laid.get(number);
    if (known) return known;
    const laid = this.last.then(async () => {
      const began = this.end;
      const found = await this.lay(member).catch((error: NodeJS.ErrnoException) => {
        if (error.syscall === undefined) return null;
        this.laid.delete(number);
        this.end = began;
        throw error;
      });
      if (!found) this.end = began;
      return found;
    });
    this.last = laid.catch(() => undefined);
    this.laid.set(number, laid);
    return laid;
  }
  close(): Promise<void> {
    return this.file.close();
  }

  private async lay(member: () => Promise<Readable>): Promise<LaidAnswer | null> {
    const record = await this.pour(await member(), createGunzip());
    const heads = Buffer.alloc(Math.min(record.length, LARGEST_HEADS));
    await this.file.read(heads, 0, heads.length, record.start);
    const head = recordedHead(heads);
    if (!head || head.start + head.length > record.length) return null;
    const raw = { start: record.start + head.start, length: head.length };
    const decoder = DECODERS[head.headers.get('content-encoding')?.trim().toLowerCase() ?? ''];
    const body = decoder && raw.length > 0 ? await this.pour(this.read(raw), decoder()) : raw;
    return { status: head.status, headers: head.headers, length: body.length, read: (piece) => this.read(body, piece) };
  }

  private async pour(from: Readable, through: Transform): Promise<Place> {
    const start = this.end;
    const { each, all } = this.most;
    await pipeline(from, through, async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) {
        if (this.end + chunk.length > Math.min(start + each, all)) throw new Error('it is larger than is unpacked');
        await this.file.write(chunk, 0, chunk.length, this.end);
        this.end += chunk.length;
      }
    });
    return { start, length: this.end - start };
  }

  private read(of: Place, { start, end }: Piece = { start: 0, end: of.length - 1 }): Readable {
    return Readable.from(this.bytes(of.start + start, of.start + Math.min(end + 1, of.length)));
  }
  // a stream of the handle's own would keep it from closing
  private async *bytes(from: number, to: number): AsyncGenerator<Buffer> {
    for (let at = from; at < to;) {
      const { bytesRead, buffer } = await this.file.read(Buffer.alloc(Math.min(READ_AT_ONCE, to - at)), 0, null, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }
}

export type { LaidAnswers };
/** In a file that is open, and its caller's no more. */
export const laidIn = (file: FileHandle, most?: Bounds): LaidAnswers => new LaidAnswers(file, most);
