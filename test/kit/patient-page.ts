import type { Page } from 'puppeteer-core';
import { PATIENCE } from './native/patience.js';

type Options = { timeout?: number; polling?: number };
type Wait = (what: unknown, options?: Options, ...given: unknown[]) => never;

/** A page whose waits take a slow machine into account, and ask ten times a second: at each frame, as a page is asked by itself, the asking slows it down. */
export function patient(page: Page): Page {
  page.setDefaultTimeout(30_000 * PATIENCE);
  const { waitForFunction, waitForSelector } = page;
  const lengthened = (wait: unknown, more: Options): Wait =>
    function (what, options = {}, ...given) {
      const timeout = options.timeout ? { timeout: options.timeout * PATIENCE } : {};
      return (wait as Wait).call(page, what, { ...more, ...options, ...timeout }, ...given);
    };
  return Object.assign(page, {
    waitForFunction: lengthened(waitForFunction, { polling: 100 }),
    waitForSelector: lengthened(waitForSelector, {}),
  });
}
