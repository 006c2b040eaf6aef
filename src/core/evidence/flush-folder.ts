import { open } from 'node:fs/promises';

/** Makes sure that a folder's names survive a loss of power. */
export async function flushFolder(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  await handle.sync().finally(() => handle.close());
}
