import { platforms, selectorsFor, type Sought } from '../platforms/platform-table.js';
import { readerSource, type ReadPost } from './read-post.js';

const EVERY_MS = 40;
/** so many looks come as often as the page changes: a post may come in parts and go at once; a page that changes without end is looked at now and then */
const AT_ONCE = 500;
type Here = Sought & { hosts: string[] };

/**
 * Runs in the isolated world from the first moment of a page, in its own thread: it keeps the post as it first stood,
 * for a page that takes its post away before anybody could ask, however busy this machine is.
 */
function witness(read: (p: Here) => ReadPost, all: Here[], every: number, atOnce: number): void {
  if (window.top !== window) return;
  const here = all.find((p) => p.hosts.some((h) => location.hostname === h || location.hostname.endsWith(`.${h}`)));
  const platform = here ?? all.find((p) => p.hosts.length === 0)!;
  let first: ReadPost | null = null;
  let [looks, looked] = [0, -Infinity];
  const look = () => {
    if (first || !platform.post.some((s) => document.querySelector(s))) return;
    if (++looks > atOnce && performance.now() - looked < every) return;
    looked = performance.now();
    const now = read(platform);
    if (now.found) first = now;
    if (first) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  setInterval(look, every);
  Object.assign(globalThis, { postFirstSeen: () => first });
}

export const witnessFor = (asked: string): string => {
  const all = platforms.map((p) => ({ hosts: p.hosts, ...selectorsFor(p, asked) }));
  return `(${witness.toString()})(${readerSource}, ${JSON.stringify(all)}, ${EVERY_MS}, ${AT_ONCE})`;
};
export const FIRST_SEEN = 'globalThis.postFirstSeen?.() ?? null';
