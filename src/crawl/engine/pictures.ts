import type { CDPSession } from 'puppeteer-core';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const TILE = 8_000;
const LONGEST_DOM = 10_000_000;

/** The document as the browser made it. */
export async function keepDom(cdp: CDPSession, rawDir: string): Promise<void> {
  const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
  const { outerHTML } = await cdp.send('DOM.getOuterHTML', { nodeId: root.nodeId });
  await writeFile(join(rawDir, 'dom.html'), outerHTML.slice(0, LONGEST_DOM));
}

/** What a visitor sees first. */
export async function keepView(cdp: CDPSession, rawDir: string): Promise<void> {
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'png' });
  await writeFile(join(rawDir, 'view.png'), Buffer.from(data, 'base64'));
}

/** The whole page in tiles, the first named page.png. */
export async function keepPage(
  cdp: CDPSession,
  rawDir: string,
  { width, height }: { width: number; height: number },
): Promise<{ height: number; tiles: number }> {
  let tiles = 0;
  for (let y = 0; y < Math.max(1, height); y += TILE) {
    const { data } = await cdp.send('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x: 0, y, width, height: Math.max(1, Math.min(TILE, height - y)), scale: 1 },
    });
    await writeFile(join(rawDir, tiles === 0 ? 'page.png' : `page-${tiles + 1}.png`), Buffer.from(data, 'base64'));
    tiles++;
  }
  return { height, tiles };
}
