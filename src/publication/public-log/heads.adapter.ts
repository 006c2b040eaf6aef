import { Inject, Injectable } from '@nestjs/common';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../core/config.js';
import type { SignedHead } from '../../core/events/head-keeper.js';
import { headIn } from '../../core/events/verify-log.js';

const STEP = 4_096;

/** The signed heads that lie in the data folder, as far as they may be published by now. The file only grows, in order of time. */
@Injectable()
export class PublicHeads {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The newest head that may be published, and names no event after `seq`. */
  newest(seq = Number.MAX_SAFE_INTEGER): Promise<SignedHead | null> {
    const latest = new Date(Date.now() - this.config.publicLogDelayHours * 3_600_000).toISOString();
    return this.reading(async (file, size) => {
      const place = await firstPast(file, size, (head) => head.at > latest || Number(head.seq) > seq);
      return place.before;
    }, null);
  }

  /** Heads after an event, up to another; in their order. */
  after(seq: number, to: number, limit: number): Promise<SignedHead[]> {
    return this.reading(async (file, size) => {
      const { offset } = await firstPast(file, size, (head) => Number(head.seq) > seq);
      const heads: SignedHead[] = [];
      for (let at = offset; at < size && heads.length < limit;) {
        const line = await lineAt(file, size, at);
        if (!line || Number(line.head.seq) > to) break;
        heads.push(line.head);
        at = line.end;
      }
      return heads;
    }, []);
  }

  /** The public key of this name, as PEM. */
  async key(id: string): Promise<string | null> {
    return readFile(join(this.config.dataDir, 'heads', `public-${id}.pem`), 'utf8').catch(() => null);
  }

  private async reading<T>(read: (file: FileHandle, size: number) => Promise<T>, none: T): Promise<T> {
    const file = await open(join(this.config.dataDir, 'heads', 'heads.jsonl'), 'r').catch(() => null);
    if (!file) return none;
    try {
      return await read(file, (await file.stat()).size);
    } finally {
      await file.close();
    }
  }
}

interface Line {
  head: SignedHead;
  end: number;
}
/** The head on the first whole line from a place on that holds one; null where it is still being written. */
async function lineAt(file: FileHandle, size: number, from: number): Promise<Line | null> {
  let [text, begin] = ['', from];
  for (let at = from; at < size; at += STEP) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(STEP), 0, STEP, at);
    text += buffer.toString('latin1', 0, bytesRead);
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      const [head] = headIn(text.slice(0, end));
      [text, begin] = [text.slice(end + 1), begin + end + 1];
      if (head) return { head, end: begin };
    }
  }
  return null;
}
/** Where the line after the one that holds this place begins. */
async function nextLine(file: FileHandle, size: number, place: number): Promise<number> {
  for (let at = place; at < size; at += STEP) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(STEP), 0, STEP, at);
    const end = buffer.subarray(0, bytesRead).indexOf(10);
    if (end >= 0) return at + end + 1;
  }
  return size;
}

/** By halving: where the first line begins that is past something, and the head on the line before it. */
async function firstPast(
  file: FileHandle,
  size: number,
  past: (head: SignedHead) => boolean,
): Promise<{ offset: number; before: SignedHead | null }> {
  let [low, high] = [0, size];
  let before: SignedHead | null = null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    let start = middle === 0 ? 0 : await nextLine(file, size, middle - 1);
    if (start >= high) start = low;
    const line = await lineAt(file, size, start);
    if (!line || past(line.head)) high = start;
    else [low, before] = [line.end, line.head];
  }
  return { offset: low, before };
}
