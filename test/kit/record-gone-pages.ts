import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { launch, type Page } from 'puppeteer-core';
import { findChromium } from '../../src/core/browser/chromium.js';
import { captureLimits } from '../../src/crawl/engine/limits.js';
import type { Snapshot } from '../../src/crawl/engine/page-text.js';
import { STYLES_ASKED } from '../../src/crawl/engine/shown.js';
import { GONE, RECORDED, STILL_THERE, type Recorded } from './gone-pages.js';
import { openSite } from './site.js';

/** Keeps what the browser of this machine paints of the pages that say they are gone. */
export async function recordGonePages(): Promise<Recorded> {
  const site = await openSite();
  const chromium = await findChromium(tmpdir());
  const browser = await launch({
    ...{ executablePath: chromium.path, headless: chromium.headless, args: ['--no-sandbox', '--hide-scrollbars'] },
    ...{ env: { ...process.env, ...chromium.env }, defaultViewport: captureLimits.viewport },
  });
  try {
    const told: Recorded = { browser: await browser.version(), styles: [...STYLES_ASKED], width: captureLimits.viewport.width, pages: {} };
    for (const path of [...STILL_THERE.map(([page]) => page), ...GONE])
      told.pages[path] = await look(await browser.newPage(), site.url(path));
    const text = JSON.stringify(told).replaceAll(site.host, 'world.localhost:4180');
    writeFileSync(RECORDED, gzipSync(text, { level: 9 }));
    return told;
  } finally {
    await browser.close();
    site.close();
  }
}

async function look(page: Page, url: string): Promise<Recorded['pages'][string]> {
  const answer = (await page.goto(url))!;
  await pause(captureLimits.quiet_milliseconds);
  const cdp = await page.createCDPSession();
  const snapshot = (await cdp.send('DOMSnapshot.captureSnapshot', {
    computedStyles: STYLES_ASKED,
    includeBlendedBackgroundColors: true,
  })) as unknown as Snapshot;
  const { strings, documents } = snapshot;
  const read = documents.map(({ nodes: { parentIndex, nodeName, contentDocumentIndex }, layout }) => {
    const { nodeIndex, text, bounds, styles, blendedBackgroundColors } = layout;
    return { nodes: { parentIndex, nodeName, contentDocumentIndex }, layout: { nodeIndex, text, bounds, styles, blendedBackgroundColors } };
  });
  const bytes = (await answer.buffer()).length;
  await page.close();
  return { url, status: answer.status(), bytes, snapshot: { strings, documents: read } as Snapshot };
}
