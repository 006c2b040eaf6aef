import { platforms, selectorsFor, type Sought } from '../platforms/platform-table.js';
import { readerSource, type ReadPost } from './read-post.js';

const EVERY_MS = 40;
/** so many looks come as often as the page changes: a post may come in parts and go at once; a page that changes without end is looked at now and then */
const AT_ONCE = 500;
type Here = Sought & { hosts: string[] };

/**
 * Runs in the isolated world from the first moment of a page, in its own thread: it tells the post as it first stood at
 * once, for a page that takes its post away before anybody could ask, or lets nobody ask any more. To lay out may be what
 * a page never gets done: so it first tells what the document holds.
 */
function witness(read: (p: Here, laidOut: boolean) => ReadPost, all: Here[], every: number, atOnce: number, longest: number): void {
  if (window.top !== window) return;
  const here = all.find((p) => p.hosts.some((h) => location.hostname === h || location.hostname.endsWith(`.${h}`)));
  const platform = here ?? all.find((p) => p.hosts.length === 0)!;
  let [told, guessed, looks, looked] = [false, false, 0, -Infinity];
  const tell = (post: ReadPost | null) =>
    (globalThis as unknown as { postSeen: (post: string) => void }).postSeen(
      JSON.stringify(post && { ...post, text: post.text.slice(0, longest) }),
    );
  const look = () => {
    if (told || !platform.post.some((s) => document.querySelector(s))) return;
    if (++looks > atOnce && performance.now() - looked < every) return;
    looked = performance.now();
    const held = guessed ? null : read(platform, false);
    if (held?.found) tell(held);
    const now = read(platform, true);
    if (now.found || held?.found) tell(now.found ? now : null);
    [guessed, told] = [guessed || held?.found === true, now.found];
    if (told) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  setInterval(look, every);
}

export const witnessFor = (asked: string, longest: number): string => {
  const all = platforms.map((p) => ({ hosts: p.hosts, ...selectorsFor(p, asked) }));
  return `(${witness.toString()})(${readerSource}, ${JSON.stringify(all)}, ${EVERY_MS}, ${AT_ONCE}, ${longest})`;
};
/** by which it tells */
export const WITNESS_TELLS = 'postSeen';
/** of a page that only the witness saw, before a layout */
export const NEVER_LAID_OUT = 'the page was not laid out in time: the words of the post are those of its document, whether shown or not';
