import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

/** What only a download of a browser needs, a third of all code, and no browser is downloaded here. */
const DOWNLOADS = {
  name: 'no-downloads',
  resolveId: (id) => (id === 'proxy-agent' ? '\0none' : null),
  load: (id) => (id === '\0none' ? 'export class ProxyAgent {}' : null),
};

/**
 * The capture process in one piece. It lives for one capture, and two thirds of the work of its start was to find,
 * read and link 500 modules of its packages.
 */
export async function bundleEngine(out) {
  const main = join(out, 'src/crawl/engine/main.js');
  const bundle = await rolldown({ input: main, platform: 'node', logLevel: 'silent', plugins: [DOWNLOADS] });
  const names = { entryFileNames: 'main.js', chunkFileNames: 'main-[name].js' };
  await bundle.write({ dir: dirname(main), format: 'esm', keepNames: true, minify: { compress: false, mangle: false }, ...names });
  await bundle.close();
}
