// Moments of one capture and its sealing, each known by the file that appears or goes then.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const has = (file) => (dir) => existsSync(join(dir, file));
const gone = (file) => (dir, before) => before && !has(file)(dir);

/** In the order in which they come; `dir` is the folder of the capture. */
export const MOMENTS = [
  { name: 'the capture process has its order', is: has('raw') },
  { name: 'the first answer comes', is: has('raw/body-1') },
  { name: 'the first view is taken', is: has('raw/view.png') },
  { name: 'the document is kept', is: has('raw/dom.html') },
  { name: 'the page is pictured', is: has('raw/page.png') },
  { name: 'MHTML is kept', is: has('raw/page.mhtml') },
  { name: 'PDF is kept', is: has('raw/page.pdf') },
  { name: 'the raw folder is handed over', is: has('raw/capture.json') },
  { name: 'records are packed', is: has('raw/data.warc.gz') },
  { name: 'the package is half written', is: has('capture.wacz.part') },
  { name: 'the package is whole', is: has('capture.wacz') },
  { name: 'its files are laid out', is: has('text.txt') },
  { name: 'its raw folder is removed', is: gone('raw') },
  // it may have come to its end by then
  { name: 'it lies in the store and is sealed', is: gone(''), atLast: true },
];

/** Waits for a moment of the one capture whose folder lies in `captures`; answers the folder's name, or null where it did not come in time. */
export async function momentOf(captures, { is }, seconds) {
  let [dir, name, before] = [null, null, false];
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await new Promise((r) => setTimeout(r, 2))) {
    if (!dir) {
      name = existsSync(captures) ? (readdirSync(captures).at(-1) ?? null) : null;
      if (name) dir = join(captures, name);
      else continue;
    }
    before ||= existsSync(join(dir, 'raw'));
    if (is(dir, before)) return name;
  }
  return null;
}
