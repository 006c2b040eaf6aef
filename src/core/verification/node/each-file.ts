import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** packages, and dossiers */
const SEALED = /\.(wacz|zip)$/i;

/** The files as they were given; of a folder all packages and dossiers in it and below, in the order of their names. */
export async function* sealedFiles(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    const info = await stat(path).catch(() => null);
    if (!info?.isDirectory()) yield path;
    else yield* inFolder(path);
  }
}
async function* inFolder(dir: string): AsyncGenerator<string> {
  const inside = await readdir(dir, { withFileTypes: true }).catch(() => null);
  if (!inside) yield dir; // told as a file that cannot be read
  else
    for (const entry of inside.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory()) yield* inFolder(join(dir, entry.name));
      else if (entry.isFile() && SEALED.test(entry.name)) yield join(dir, entry.name);
    }
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
