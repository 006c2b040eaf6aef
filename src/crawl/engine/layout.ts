import type { CDPSession } from 'puppeteer-core';
import type { Snapshot } from './page-text.js';
import { STYLES_ASKED } from './shown.js';

const WIDEST = 1_600;

/** A page that is not made for phones is laid out wider than one. */
export const layoutWidth = async (cdp: CDPSession): Promise<number> =>
  Math.min((await cdp.send('Page.getLayoutMetrics')).cssLayoutViewport.clientWidth, WIDEST);
/** The page as the browser drew it, frames of its own process included. */
export const snapshotOf = async (cdp: CDPSession): Promise<Snapshot> =>
  (await cdp.send('DOMSnapshot.captureSnapshot', {
    computedStyles: STYLES_ASKED,
    includeBlendedBackgroundColors: true,
  })) as unknown as Snapshot;
