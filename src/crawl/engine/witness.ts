import { platforms } from '../platforms/platform-table.js';
import { readerSource, type ReadPost } from './read-post.js';

const EVERY_MS = 40;
/** so many looks come as often as the page changes: a post may come in parts and go at once; a page that changes without end is looked at now and then */
const AT_ONCE = 500;
interface Selectors {
  hosts: string[];
  post: string[];
}

/**
 * Runs in the isolated world from the first moment of a page, in its own thread: it keeps the post as it first stood,
 * for a page that takes its post away before anybody could ask, however busy this machine is.
 */
function witness(read: (p: Selectors) => ReadPost, all: Selectors[], every: number, atOnce: number): void {
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

export const WITNESS = `(${witness.toString()})(${readerSource}, ${JSON.stringify(platforms)}, ${EVERY_MS}, ${AT_ONCE})`;
export const FIRST_SEEN = 'globalThis.postFirstSeen?.() ?? null';
