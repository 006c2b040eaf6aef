import type { CDPSession, Frame } from 'puppeteer-core';
import type { Sought } from '../../platforms/platform-table.js';
import type { FoundMedium } from '../keep-media.js';
import type { Session } from '../session.js';
import { playersFor, type SeenPlayers } from './players.js';

const WORLD = 'lachan';
/** a page may hold thousands: so many of its own are asked whether they stand in the post, and so many of those are looked into */
const MOST_ASKED = 200;
const MOST_LOOKED_INTO = 20;
const FRAME_MS = 1_500;

/** What a frame within a post plays. */
export interface FramedPlayers {
  url: string;
  seen: SeenPlayers;
}
export interface InFrames {
  found: FramedPlayers[];
  /** addresses of those that did not answer */
  silent: string[];
  /** so many were not looked into */
  left: number;
}

/** The players in the frames of a post, whatever their origin: its page does not see into them. */
export async function playersInFrames({ page, cdp }: Pick<Session, 'page' | 'cdp'>, sought: Sought): Promise<InFrames> {
  const own = page.mainFrame().childFrames();
  if (own.length === 0) return { found: [], silent: [], left: 0 };
  await cdp.send('DOM.enable');
  const inPost = await Promise.all(own.slice(0, MOST_ASKED).map((frame) => inTime(standsIn(cdp, page.mainFrame(), frame, sought.post))));
  const all = own.filter((_, i) => inPost[i] === true).flatMap(within);
  const frames = all.slice(0, MOST_LOOKED_INTO);
  const script = playersFor({ ...sought, post: [':root'], frames: [], part: false });
  const answers = await Promise.all(frames.map((frame) => inTime(evaluateIn<SeenPlayers>(frame, script))));
  return {
    found: frames.flatMap((frame, i) => (answers[i] ? [{ url: frame.url(), seen: answers[i] }] : [])),
    silent: frames.filter((_, i) => answers[i] === null).map((frame) => frame.url().slice(0, 200)),
    left: all.length - frames.length + Math.max(0, own.length - MOST_ASKED),
  };
}
/** The files that they play, as its page's own would be kept. */
export const filesOf = ({ seen }: FramedPlayers): FoundMedium[] =>
  seen.players
    .flatMap(({ kind, url, source, poster }): FoundMedium[] => [
      ...(source === 'address' ? [{ kind, url: url.replace(/#.*$/, '') }] : []),
      { kind: 'picture', url: poster },
    ])
    .filter(({ url }, i, all) => /^https?:/.test(url) && all.findIndex((m) => m.url === url) === i);

const within = (frame: Frame): Frame[] => [frame, ...frame.childFrames().flatMap(within)];
const idOf = (frame: Frame): string => (frame as unknown as { _id: string })._id;
const clientOf = (frame: Frame): CDPSession => (frame as unknown as { client: CDPSession }).client;
const inTime = <T>(asked: Promise<T>): Promise<T | null> =>
  Promise.race([
    asked.catch(() => null),
    new Promise<null>((done) => {
      setTimeout(done, FRAME_MS, null).unref();
    }),
  ]);

/** Runs in the page; shadow roots on the way are left upwards. */
function isInPost(frame: Element, posts: string[]): boolean {
  const post = posts.map((s) => document.querySelector(s)).find((e) => e !== null);
  for (let e: Element | null = frame; post && e; e = (e.getRootNode() as ShadowRoot).host ?? null) if (post.contains(e)) return true;
  return false;
}
async function standsIn(cdp: CDPSession, main: Frame, frame: Frame, posts: string[]): Promise<boolean> {
  const [{ backendNodeId }, { executionContextId }] = await Promise.all([
    cdp.send('DOM.getFrameOwner', { frameId: idOf(frame) }),
    cdp.send('Page.createIsolatedWorld', { frameId: idOf(main), worldName: WORLD }),
  ]);
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId, executionContextId });
  const { result } = await cdp.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: isInPost.toString(),
    arguments: [{ objectId: object.objectId }, { value: posts }],
    returnByValue: true,
  });
  return result.value === true;
}
async function evaluateIn<T>(frame: Frame, expression: string): Promise<T> {
  const client = clientOf(frame);
  const { executionContextId } = await client.send('Page.createIsolatedWorld', { frameId: idOf(frame), worldName: WORLD });
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression,
    returnByValue: true,
    timeout: FRAME_MS,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value as T;
}
