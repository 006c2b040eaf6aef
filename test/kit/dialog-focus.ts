import type { Page } from 'puppeteer-core';

/** Waits for a dialog that opens: it takes the focus from the button that opened it by two timers, and what is typed between them lands in another field. */
export async function dialogHasFocus(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const dialog = document.querySelector('[aria-modal=true]');
    return !dialog || dialog.contains(document.activeElement) || document.activeElement === document.body;
  });
  await page.evaluate(() => new Promise((after) => setTimeout(after)));
}
