import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { htmlOf, LONGEST_DOM } from './dom-html.js';

export const MOST_FRAMES = 20;
const FRAME_MS = 1_500;

/** The sessions of frames that another process draws: the page's own session does not see into them. */
function sessionsOfFrames(page: Page): { url: string; cdp: CDPSession }[] {
  const clientOf = (frame: unknown): CDPSession => (frame as { client: CDPSession }).client;
  const found = new Map<CDPSession, string>();
  for (const frame of page.frames().slice(1)) {
    const client = clientOf(frame);
    if (client !== clientOf(page.mainFrame()) && !found.has(client)) found.set(client, frame.url());
  }
  return [...found].map(([cdp, url]) => ({ url, cdp }));
}

/** Asks each such frame in its own time; those that do not answer are named. `more`: there are others that were not asked. */
export async function ofFrames<T>(
  page: Page,
  ask: (cdp: CDPSession) => Promise<T>,
): Promise<{ answers: T[]; silent: string[]; more: boolean }> {
  const late = () =>
    new Promise<null>((done) => {
      setTimeout(done, FRAME_MS, null).unref();
    });
  const all = sessionsOfFrames(page);
  const sessions = all.slice(0, MOST_FRAMES);
  const answers = await Promise.all(sessions.map(({ cdp }) => Promise.race([ask(cdp).catch(() => null), late()])));
  return {
    answers: answers.filter((answer) => answer !== null) as T[],
    silent: sessions.filter((_, i) => answers[i] === null).map(({ url }) => url.slice(0, 200)),
    more: all.length > sessions.length,
  };
}

/** `plain`: without shadow roots; `silent`: addresses of frames that did not answer; `cut`: documents that go on; `more`: there are more frames. */
export interface DomKept {
  frames: string[];
  silent: string[];
  plain?: true;
  cut?: number;
  more?: true;
}
/** The document as the browser made it, with its shadow roots, open and closed, and the documents of its frames as files of their own. */
export async function keepDom(page: Page, cdp: CDPSession, rawDir: string): Promise<DomKept> {
  const root = await treeOf(cdp).catch(() => null);
  if (!root) return keepPlainDom(cdp, rawDir);
  const far = await ofFrames(page, treeOf);
  const all = htmlOf(root, ...far.answers);
  const [main, ...frames] = all.slice(0, 1 + MOST_FRAMES);
  await writeFile(join(rawDir, 'dom.html'), main.html);
  for (const [i, frame] of frames.entries()) await writeFile(join(rawDir, `dom-frame-${i + 1}.html`), frame.html);
  const cut = [main, ...frames].filter((document) => document.cut).length;
  return {
    frames: frames.map((f) => f.url.slice(0, 2_048)),
    silent: far.silent,
    ...(cut > 0 && { cut }),
    ...((all.length > 1 + MOST_FRAMES || far.more) && { more: true }),
  };
}
/** As the browser writes it, without shadow roots and frames: it hands over no tree that is nested more than some hundred times. */
async function keepPlainDom(cdp: CDPSession, rawDir: string): Promise<DomKept> {
  const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
  const { outerHTML } = await cdp.send('DOM.getOuterHTML', { nodeId: root.nodeId });
  await writeFile(join(rawDir, 'dom.html'), outerHTML.slice(0, LONGEST_DOM));
  return { frames: [], silent: [], plain: true, ...(outerHTML.length > LONGEST_DOM && { cut: 1 }) };
}
/** With the blanks between elements too, which the browser leaves out unless it is asked: words would grow together. */
async function treeOf(cdp: CDPSession): Promise<Protocol.DOM.Node> {
  await cdp.send('DOM.enable', { includeWhitespace: 'all' });
  return (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })).root;
}

/** The page with all that it shows in one file (RFC 2557). */
export async function keepMhtml(cdp: CDPSession, rawDir: string): Promise<void> {
  const { data } = await cdp.send('Page.captureSnapshot', { format: 'mhtml' });
  await writeFile(join(rawDir, 'page.mhtml'), data);
}

/** The page as paper would show it. */
export async function keepPdf(cdp: CDPSession, rawDir: string): Promise<void> {
  const { data } = await cdp.send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: false,
    paperWidth: 8.27,
    paperHeight: 11.69,
  });
  await writeFile(join(rawDir, 'page.pdf'), Buffer.from(data, 'base64'));
}
