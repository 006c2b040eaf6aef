import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * The capture process in one piece. It lives for one capture, and two thirds of the work of its start was to find,
 * read and link 500 modules of its packages.
 */
export async function bundleEngine(out) {
  const main = join(out, 'src/crawl/engine/main.js');
  const bundle = await rolldown({ input: main, platform: 'node', logLevel: 'silent' });
  await bundle.write({ dir: dirname(main), format: 'esm', keepNames: true, entryFileNames: 'main.js', chunkFileNames: 'main-[name].js' });
  await bundle.close();
}
