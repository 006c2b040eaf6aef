import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** packages, and dossiers */
const SEALED = /\.(wacz|zip)$/i;

/** The files as they were given; of a folder all packages and dossiers in it and below, in the order of their names, each folder once, whatever links lead to it. */
export async function* sealedFiles(paths: readonly string[]): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const path of paths) yield* within(path, seen, true);
}
async function* within(path: string, seen: Set<string>, asked: boolean): AsyncGenerator<string> {
  const info = await stat(path).catch(() => null);
  if (!info?.isDirectory()) {
    if (asked || SEALED.test(path)) yield path; // one that is not there is told as a file that cannot be read
    return;
  }
  const place = `${info.dev}:${info.ino}`;
  if (seen.has(place)) return;
  seen.add(place);
  const names = await readdir(path).catch(() => null);
  if (!names) yield path;
  for (const name of names?.sort() ?? []) yield* within(join(path, name), seen, false);
}

/** Several at once; what comes out keeps the order of what went in, and no more than `atOnce` are held. */
export async function* inOrder<T, R>(items: AsyncIterable<T>, atOnce: number, act: (item: T) => Promise<R>): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for await (const item of items) {
    const one = act(item);
    one.catch(() => undefined); // told where it is awaited
    running.push(one);
    if (running.length >= atOnce) yield await running.shift()!;
  }
  for (const one of running) yield await one;
}
