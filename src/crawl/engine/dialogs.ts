import type { Page } from 'puppeteer-core';
import type { PageLog } from './page-log.js';

const MOST = 20;

/** Dismisses every box that a page opens; one that opens box after box is told of once. */
export function dismissDialogs(page: Page, log: PageLog, storm: () => void): void {
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    log.did('dialog-dismissed', dialog.message());
    if (++dialogs === MOST) storm();
    void dialog.dismiss().catch(() => undefined);
  });
}
