import { createWriteStream, lstatSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Stopped } from './wrong-use.js';

/**
 * Writes what comes to a file, to the standard output for `-`: beside it first, and under its name when it is whole. What is no file, such
 * as a pipe, is written at once. SIGINT and SIGTERM end it and leave nothing behind.
 */
export async function writeWhole(out: string, text: (signal: AbortSignal) => AsyncIterable<string>): Promise<void> {
  const target = beside(out);
  await untilStopped(async (signal) => {
    try {
      const sink = out === '-' ? process.stdout : createWriteStream(target.part ?? out);
      await pipeline(text(signal), sink, { signal, end: out !== '-' });
      if (target.part) renameSync(target.part, target.whole);
    } catch (error) {
      if (target.part) rmSync(target.part, { force: true });
      if (signal.aborted) throw new Stopped(`Stopped${target.part ? `; nothing was written to ${out}` : ''}`);
      throw error;
    }
  });
}

/** Work that hears by a signal when SIGINT or SIGTERM ask it to end. */
export async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, onSignal);
  try {
    return await work(stop.signal);
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.removeListener(name, onSignal);
  }
}

function beside(out: string): { whole: string; part: string | null } {
  if (out === '-') return { whole: out, part: null };
  const there = lstatSync(out, { throwIfNoEntry: false });
  if (!there) return { whole: out, part: `${out}.part-${process.pid}` };
  const whole = realpathSync(out);
  return { whole, part: lstatSync(whole).isFile() ? `${whole}.part-${process.pid}` : null };
}
