import { open, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignedHead } from './head-keeper.js';
import { headIn } from './verify-log.js';

const STEP = 65_536;

/** The first signed head that covers an event, with its public key; null while there is none. Reads from the end, where the newest stand. */
export async function headAfter(dir: string, seq: bigint): Promise<{ head: SignedHead; key: string } | null> {
  const head = await firstFrom(join(dir, 'heads.jsonl'), seq);
  return head && { head, key: await readFile(join(dir, `public-${head.key}.pem`), 'utf8') };
}

async function firstFrom(path: string, seq: bigint): Promise<SignedHead | null> {
  const file = await open(path).catch(() => null);
  if (!file) return null;
  try {
    return await backwards(file, (await file.stat()).size, seq);
  } finally {
    await file.close();
  }
}

async function backwards(file: FileHandle, size: number, seq: bigint): Promise<SignedHead | null> {
  let [start, rest, first] = [size, '', null as SignedHead | null];
  while (start > 0) {
    const from = Math.max(0, start - STEP);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(start - from), 0, start - from, from);
    const lines = (buffer.toString('latin1', 0, bytesRead) + rest).split('\n'); // heads are ASCII
    rest = from > 0 ? lines.shift()! : '';
    for (const head of lines.reverse().flatMap(headIn)) {
      if (BigInt(head.seq) < seq) return first;
      first = head;
    }
    start = from;
  }
  return first;
}
