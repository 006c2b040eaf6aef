import type { Platform, Sought } from '../platforms/platform-table.js';
import { wordsOf } from './fold.js';
import { inPage } from './in-page.js';
import { openNext, stillStands, type Asked, type Opened } from './open-next.js';
import { Quiet } from './quiet.js';
import type { ReadPost } from './read-post.js';
import { stayOn } from './stay-on.js';
import type { Visit } from './visit.js';

const ROUNDS = 3;

/** `left`: there was more to open; `lost`: the post went. */
export interface Expanded {
  clicks: number;
  rounds: number;
  left: boolean;
  lost: boolean;
}
/** The page, as it is read. */
interface Page {
  platform: Platform;
  sought: Sought;
  /** before anything is opened */
  post: ReadPost | null;
  look(): Promise<ReadPost>;
  take(): Promise<void>;
}

/** Opens what the page hides of the post behind “see more”: round after round, as each may bring more to open. */
export async function expand({ session, inquiry, guard, limits }: Visit, page: Page, end: number): Promise<Expanded | undefined> {
  const { platform, sought, post } = page;
  const { words, lists } = limits.see_more;
  const asked = { selectors: platform.expand, post: sought.post, words, lists, anywhere: platform.hosts.length === 0 };
  const next = (round: number, click: boolean) =>
    inquiry.evaluate<Opened | null>(inPage(openNext, { ...asked, round, click } satisfies Asked));
  if (!(await next(1, false))) return undefined;
  await stayOn(session);
  const quiet = new Quiet({ inquiry, guard });
  const spent = () => clicks >= limits.clicks || Date.now() > end;
  let [clicks, rounds] = [0, 0];
  let lost = false;
  while (!lost && rounds < ROUNDS && !spent()) {
    const [before, asks] = [clicks, guard.asked];
    rounds++;
    for (let opened; !spent() && (opened = await next(rounds, true)); clicks++)
      session.log.did('clicked', `${opened.words} (${opened.selector})`);
    if (clicks === before) break;
    await quiet.wait(limits.quiet_milliseconds, end, asks);
    await page.take();
    lost = post?.found === true && !isStill(post, await page.look(), await inquiry.evaluate(inPage(stillStands)), limits.same_words);
  }
  return { clicks, rounds, left: (await next(rounds + 1, false)) !== null, lost };
}

/** A page may draw its post anew when it is opened; another post that stands there instead has other words. */
function isStill(before: ReadPost, now: ReadPost, sameElement: boolean, part: number): boolean {
  const [words, there] = [wordsOf(before.text), new Set(wordsOf(now.text))];
  return now.found && (sameElement || words.filter((word) => there.has(word)).length >= words.length * part);
}
