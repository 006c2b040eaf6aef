import { once } from 'node:events';
import { createReadStream, statSync, type ReadStream } from 'node:fs';
import { WrongUse } from './wrong-use.js';

/** A line with its number, from 1; `text` is null where it is longer than may be. */
export interface Line {
  number: number;
  text: string | null;
}
/** Lines that follow each other, and how many bytes of the file have been read with them. */
export interface Batch {
  lines: Line[];
  read: number;
}
export const LONGEST_LINE = 16 * 2 ** 20;
const MOST_LINES = 64;
const MOST_BYTES = 2 ** 18;
const NEWLINE = 10;
/** of byte order */
const MARK = Buffer.from('\ufeff');

/** The name by which messages call a file. */
export const nameOf = (file: string): string => (file === '-' ? 'standard input' : file);

/** The lines of a file, or of the standard input for `-`, some at a time; empty ones are passed over. Only a line feed ends a line: JSON may hold U+2028. */
export async function* batchesOf(file: string): AsyncGenerator<Batch> {
  let batch: Line[] = [];
  let [number, read, held] = [0, 0, 0];
  for await (const bytes of linesIn(await opened(file))) {
    number += 1;
    read += bytes.length;
    const text = bytes.whole ? bytes.text.toString('utf8', number === 1 && bytes.text.subarray(0, 3).equals(MARK) ? 3 : 0) : null;
    if (text !== null && text.trim() === '') continue;
    batch.push({ number, text });
    held += text?.length ?? 0;
    if (batch.length < MOST_LINES && held < MOST_BYTES) continue;
    yield { lines: batch, read };
    [batch, held] = [[], 0];
  }
  if (batch.length > 0) yield { lines: batch, read };
}

async function opened(file: string): Promise<AsyncIterable<Buffer | string>> {
  if (file === '-') return process.stdin as AsyncIterable<Buffer>;
  if (statSync(file).isDirectory()) throw new WrongUse(`${file} is a folder; a file is needed`);
  const input: ReadStream = createReadStream(file);
  await once(input, 'open');
  return input as AsyncIterable<Buffer>;
}

/** Bytes of each line without its end; a line that grows too long is read to its end and not held. */
async function* linesIn(input: AsyncIterable<Buffer | string>): AsyncGenerator<{ text: Buffer; length: number; whole: boolean }> {
  let parts: Buffer[] = [];
  let length = 0;
  const line = (last: Buffer, end: number) => {
    const whole = length + last.length <= LONGEST_LINE;
    const said = { text: whole ? Buffer.concat([...parts, last]) : last.subarray(0, 0), length: length + last.length + end, whole };
    [parts, length] = [[], 0];
    return said;
  };
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      yield line(bytes.subarray(from, at), 1);
      from = at + 1;
    }
    const rest = bytes.subarray(from);
    length += rest.length;
    if (length <= LONGEST_LINE) parts.push(rest);
    else parts = [];
  }
  if (length > 0) yield line(Buffer.alloc(0), 0);
}
