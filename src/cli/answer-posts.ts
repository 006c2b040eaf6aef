import { statSync } from 'node:fs';
import { batchesOf, nameOf, type Batch } from './lines.js';
import { inOrder } from './in-order.js';
import { Progress } from './progress.js';
import { LineError, rowIn, type Row } from './rows.js';
import { writeWhole } from './write-whole.js';

/** What became of some lines: what is to be written, lines that cannot be read, and counts by name. */
export interface Answers {
  text: string;
  broken: string[];
  counts: Record<string, number>;
}
/** Counts by name; these two are always there. */
export type Told = Record<string, number> & { posts: number; broken: number };
export interface Answering {
  posts: string;
  out: string;
  json?: boolean;
}
const MOST_NAMED = 100;

/** Answers each line of a batch, or says why it cannot be read. */
export function answerLines(
  { lines }: Pick<Batch, 'lines'>,
  file: string,
  answer: (row: Row, at: string, count: (name: string) => void) => object,
): Answers {
  const said: Answers = { text: '', broken: [], counts: {} };
  const count = (name: string) => void (said.counts[name] = (said.counts[name] ?? 0) + 1);
  for (const line of lines) {
    const at = `${nameOf(file)}:${line.number}`;
    try {
      said.text += `${JSON.stringify(answer(rowIn(line, at), at, count))}\n`;
      count('posts');
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      said.broken.push(error.message);
    }
  }
  return said;
}

/** Reads posts, writes what is answered in their order, names broken lines and goes on; answers the counts. `ahead` batches are under way at a time. */
export async function answerPosts(
  { posts, out, json }: Answering,
  answer: (batch: Batch) => Promise<Answers>,
  { ahead = 1, batches = batchesOf(posts) }: { ahead?: number; batches?: AsyncIterable<Batch> } = {},
): Promise<Told> {
  const counts: Told = { posts: 0, broken: 0 };
  const progress = new Progress(posts === '-' ? null : statSync(posts).size, json);
  const text = async function* (signal: AbortSignal): AsyncGenerator<string> {
    if (posts === '-') signal.addEventListener('abort', () => process.stdin.destroy()); // else it is waited for
    for await (const said of inOrder(batches, async (batch) => ({ read: batch.read, ...(await answer(batch)) }), ahead)) {
      if (signal.aborted) return;
      for (const [name, n] of Object.entries(said.counts)) counts[name] = (counts[name] ?? 0) + n;
      for (const fault of said.broken) if ((counts.broken += 1) <= MOST_NAMED) progress.say(fault);
      progress.at(said.read, counts.posts + counts.broken);
      if (said.text !== '') yield said.text;
    }
  };
  try {
    await writeWhole(out, text);
  } finally {
    progress.end();
  }
  if (counts.broken > MOST_NAMED) progress.say(`and ${counts.broken - MOST_NAMED} more lines that cannot be read`);
  return counts;
}
