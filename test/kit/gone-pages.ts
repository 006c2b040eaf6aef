import type { Page } from 'puppeteer-core';
import { ordinaryVisitor } from '../../src/crawl/engine/visitor-table.js';
import { observe, type Judged } from '../../src/crawl/engine/observe.js';
import { textOf, union, type Snapshot } from '../../src/crawl/engine/page-text.js';
import { shownOf, STYLES_ASKED } from '../../src/crawl/engine/shown.js';
import { platformOf } from '../../src/crawl/platforms/platform-table.js';

/** What a page that says it is gone still shows, and the rule that hears it. */
export const STILL_THERE: [path: string, rule: string][] = [
  ['/p/gone-text', 'gone-but-text'],
  ['/p/gone-then-text', 'gone-but-text'],
  ['/p/gone-picture', 'gone-but-pictures'],
  ['/p/gone-background', 'gone-but-pictures'],
  ['/p/gone-canvas', 'gone-but-pictures'],
  ['/p/gone-frame', 'gone-but-pictures'],
  ['/p/gone-tiny', 'gone-words-hidden'],
  ['/p/gone-white', 'gone-words-hidden'],
  ['/p/gone-clipped', 'gone-words-hidden'],
  ['/p/gone-aside', 'gone-words-hidden'],
  ['/p/gone-style', 'gone-words-hidden'],
  ['/p/gone-reversed', 'gone-but-text'],
  ['/p/gone-marked', 'gone-but-text'],
  ['/p/gone-head', 'gone-but-pictures'],
  ['/p/gone-before', 'gone-but-text'],
  ['/p/gone-shadow-root', 'gone-but-text'],
  ['/p/gone-srcdoc', 'gone-but-pictures'],
  ['/p/gone-shadows', 'gone-but-drawn'],
  ['/p/gone-marker', 'gone-but-text'],
  ['/p/gone-counter', 'gone-but-text'],
  ['/p/gone-marquee', 'gone-but-text'],
  ['/p/gone-far-below', 'gone-but-text'],
  ['/p/gone-details', 'gone-but-text'],
  ['/p/gone-value', 'gone-but-pictures'],
  ['/p/gone-late', 'gone-says-nothing'],
  ['/p/gone-acrostic', 'gone-but-hidden-text'],
];
export const GONE = ['/p/gone-svg', '/p/nothing-at-all', '/p/gone-nginx', '/p/gone-apache', '/p/gone-sentences'];

/** What the engine's own reading and judgement make of a page in a browser that stays: without guard, recording and package. */
export async function judgedIn(page: Page, url: string, known?: string): Promise<Judged> {
  const answer = (await page.goto(url, { waitUntil: 'networkidle0' }))!;
  const cdp = await page.createCDPSession();
  const snapshot = (await cdp.send('DOMSnapshot.captureSnapshot', {
    computedStyles: STYLES_ASKED,
    includeBlendedBackgroundColors: true,
  })) as unknown as Snapshot;
  await cdp.detach();
  const [text, shown] = [union([textOf(snapshot)]), shownOf(snapshot, ordinaryVisitor.viewport.width)];
  const empty = (await answer.buffer()).length === 0;
  const seen = { status: answer.status(), url, text, shown, empty, known, fault: null, postFound: false, incomplete: false };
  return observe(seen, platformOf(url));
}
