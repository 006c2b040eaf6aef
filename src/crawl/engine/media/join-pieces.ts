import { createDecipheriv, createHash, type Decipher } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { fetchPiece, type Asking, type Came, type Fetched } from './fetch-pieces.js';
import type { Key } from './stream.js';

/** Which bytes of which exchange a joined file was made of. */
export interface JoinedFrom {
  exchange: number;
  url: string;
  sha256: string | null;
  role: 'init' | 'segment';
  range?: [number, number];
  /** the exchange that brought the key that it was opened with */
  key?: number;
}
export interface Joined {
  bytes: number;
  sha256: string;
  seconds: number;
  from: JoinedFrom[];
  missing: string[];
  refused: number;
}

/** Lays what came into one file, in order, opened where it was locked; a piece at a time passes through, no film is ever in memory. */
export async function joinPieces(asking: Asking, fetched: Fetched[], file: string, mostBytes: number): Promise<Joined> {
  const joined: Joined = { bytes: 0, sha256: '', seconds: 0, from: [], missing: [], refused: 0 };
  const hash = createHash('sha256');
  const keys = new Map<string, Promise<Came | string>>();
  const out = await open(file, 'w');
  try {
    for (const [i, { piece, came, refused, says }] of fetched.entries()) {
      const lost = (why: string | null) => joined.missing.push(`piece ${i + 1} of ${fetched.length}, ${piece.url.slice(0, 200)}: ${why}`);
      if (refused) joined.refused++;
      if (!came || joined.bytes + came.bytes > mostBytes) {
        lost(came ? `the film has more than ${mostBytes} bytes` : says);
        continue;
      }
      const key = piece.key && (await (keys.get(piece.key.url) ?? keep(keys, piece.key.url, fetchKey(asking, piece.key.url))));
      if (typeof key === 'string') {
        lost(key);
        continue;
      }
      const began = joined.bytes;
      try {
        for await (const chunk of opened(came, key && (await decipher(key, piece.key!)))) {
          await out.write(chunk, 0, chunk.length, joined.bytes);
          joined.bytes += chunk.length;
        }
      } catch {
        joined.bytes = began;
        lost('it cannot be opened with its key');
        continue;
      }
      joined.seconds += piece.seconds ?? 0;
      joined.from.push({
        exchange: came.exchange.id,
        url: came.exchange.url,
        sha256: came.exchange.sha256,
        role: piece.role,
        ...(piece.range ? { range: piece.range } : {}),
        ...(key ? { key: key.exchange.id } : {}),
      });
    }
    await out.truncate(joined.bytes);
    await out.sync();
  } finally {
    await out.close();
  }
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  return { ...joined, sha256: hash.digest('hex') };
}

function keep<T>(kept: Map<string, T>, name: string, value: T): T {
  kept.set(name, value);
  return value;
}

async function fetchKey(asking: Asking, url: string): Promise<Came | string> {
  const { came, says } = await fetchPiece(asking, url, null);
  if (!came) return `its key did not come (${says})`;
  return came.bytes === 16 ? came : 'its key is none of sixteen bytes';
}

async function decipher(key: Came, { iv }: Key): Promise<Decipher> {
  return createDecipheriv('aes-128-cbc', await readFile(key.exchange.body!), Buffer.from(iv, 'hex'));
}

async function* opened({ exchange, first, bytes }: Came, lock: Decipher | null): AsyncGenerator<Buffer> {
  const stream = createReadStream(exchange.body!, { start: first, end: first + bytes - 1 }) as AsyncIterable<Buffer>;
  for await (const chunk of stream) yield lock ? lock.update(chunk) : chunk;
  if (lock) yield lock.final();
}
