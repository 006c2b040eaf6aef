import type { Browser, Page } from 'puppeteer-core';

/** From here on a browser numbers pages by the style of the page. */
const OLDEST = 131;
export function refuseOld(version: string): void {
  const major = Number(/\/(\d+)\./.exec(version)?.[1]);
  if (!(major >= OLDEST))
    throw new Error(`Documents need Chromium ${OLDEST} or newer, and this is ${version}. Name another by CHROMIUM_PATH`);
}

/** One page in a profile of its own: no script, no network. */
export async function printPage(browser: Browser, html: string): Promise<Buffer> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setOfflineMode(true);
    const control = await page.createCDPSession();
    const { frameTree } = await control.send('Page.getFrameTree');
    await control.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
    await loadFaces(page);
    return Buffer.from(await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 }));
  } finally {
    await context.close().catch(() => undefined);
  }
}

/** A typeface that is still on its way when the page is printed would leave its letters out. */
async function loadFaces(page: Page): Promise<void> {
  const failed = await page.evaluate(async () => {
    const faces = [...document.fonts];
    await Promise.allSettled(faces.map((face) => face.load()));
    return faces.filter((face) => face.status !== 'loaded').length;
  });
  if (failed > 0) throw new Error(`${failed} typefaces of the page did not load`);
}

/** The time of printing is no part of a document: the same page gives the same bytes. `day` is the document's own (yyyy-mm-dd). */
export function dated(pdf: Buffer, day: string): Buffer {
  const moment = `D:${day.replaceAll('-', '')}000000+07'00'`;
  const text = pdf.toString('latin1').replace(/\/(CreationDate|ModDate) \(D:\d{14}[+-]\d{2}'\d{2}'\)/g, `/$1 (${moment})`);
  if (!text.includes(`/CreationDate (${moment})`)) throw new Error('The printed document bears no date where it should');
  return Buffer.from(text, 'latin1');
}
