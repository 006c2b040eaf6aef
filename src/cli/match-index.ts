import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ClaimIndex, type Shared } from '../classify/matching/claim-index.js';
import { madeBy } from '../classify/matching/made-by.adapter.js';
import { matching } from '../classify/matching/matching-table.js';
import { readSnapshot, writeSnapshot } from '../classify/matching/snapshot.adapter.js';
import { MAGIC } from '../classify/matching/snapshot.js';
import { placeToWrite } from './place-to-write.js';
import { readClaims } from './rows.js';
import { untilStopped } from './write-whole.js';
import { Stopped, WrongUse } from './wrong-use.js';

interface Places {
  claims: string;
  /** the file that keeps their index */
  index?: string;
}
const say = (line: string): void => void process.stderr.write(`Index: ${line}\n`);

/** The index of a file of claims, for all threads: where a file is to keep it, from there if it is of these very claims and rules, else built and written there. */
export async function indexOfClaims({ claims, index: file }: Places): Promise<Shared> {
  if (file === undefined) return built(claims);
  const wanted = { madeBy: madeBy(), of: await digestOf(claims) };
  const read = await readSnapshot(file, wanted);
  if (typeof read !== 'string') {
    say(`read from ${file}`);
    return read.flat;
  }
  const flat = await built(claims);
  const what = (await digestOf(claims)) === wanted.of ? await written(file, { ...wanted, flat }) : `${claims} was changed meanwhile`;
  say(`built, since ${read}; ${what}`);
  return flat;
}
async function built(claims: string): Promise<Shared> {
  return new ClaimIndex(await readClaims(claims), matching.text, matching.index, matching.common).share();
}
/** Of the bytes of a file. */
async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

/** What could not be kept is told, and costs only time. */
const written = (file: string, kept: Parameters<typeof writeSnapshot>[1]): Promise<string> =>
  untilStopped(async (signal) => {
    const whole = existsSync(file) ? realpathSync(file) : file;
    try {
      const isWritten = await writeSnapshot({ file: whole, part: `${whole}.part-${process.pid}` }, kept, () => !signal.aborted);
      if (isWritten) return `written to ${file}`;
    } catch (error) {
      return `it could not be written: ${(error as Error).message}`;
    }
    throw new Stopped(`Stopped; nothing was written to ${file}`);
  });

/** Refuses, before any work is done, a file that can keep no index, or that would be lost by it. */
export function placeOfIndex({ claims, index: file, out, posts, model }: Places & { out: string; posts: string; model?: string }): void {
  if (file === undefined) return;
  // what can be read but once is not known before it was read
  if (claims === '-' || !(statSync(claims, { throwIfNoEntry: false })?.isFile() ?? true))
    throw new WrongUse('--index needs claims in a file');
  if (file === '-' || (out !== '-' && resolve(file) === resolve(out))) throw new WrongUse('--index needs a file of its own');
  placeToWrite(file, [claims, posts, model]);
  const there = statSync(file, { throwIfNoEntry: false });
  const isRight = !there || (there.isFile() && (there.size === 0 || beginning(file) === MAGIC));
  if (!isRight) throw new WrongUse(`${file} is no index of claims, and would be lost`);
}
function beginning(file: string): string {
  const [handle, bytes] = [openSync(file, 'r'), Buffer.alloc(MAGIC.length)];
  readSync(handle, bytes);
  closeSync(handle);
  return bytes.toString();
}
