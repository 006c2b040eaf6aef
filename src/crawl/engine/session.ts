import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { Authority } from './authority.js';
import { openBrowser } from './browser.js';
import { findChromium } from '../../core/browser/chromium.js';
import type { Guard } from './guard.js';
import type { Limits } from './limits.js';
import { Proxy } from './proxy.js';
import type { Order } from './raw.js';

/** A browser of its own behind the guard, with one page. */
export interface Session {
  page: Page;
  cdp: CDPSession;
  /** of the browser itself, apart from its pages */
  control: CDPSession;
  browser: { version: string; userAgent: string; flags: string[]; sandbox: boolean };
  /** windows that the page opened, closed at once */
  popups: number;
  /** a page of our own, in a context apart from that of the page looked at */
  apart(): Promise<Page>;
  /** calls of the browser itself, refused */
  background(): number;
  close(): Promise<void>;
}

export async function openSession(order: Order, guard: Guard, limits: Limits): Promise<Session> {
  const [authority, chromium] = await Promise.all([Authority.make(), findChromium(order.cacheDir, order.browser.path)]);
  const proxy = new Proxy(authority, guard, limits.background);
  const port = await proxy.listen();
  const launched = await openBrowser(chromium, { port, spkiHash: authority.spkiHash }, limits, order.browserHome, order.browser.sandbox);
  const { browser, flags, sandbox } = launched;
  const [userAgent, version, [page]] = await Promise.all([browser.userAgent(), browser.version(), browser.pages()]);
  const session: Session = {
    page,
    cdp: await page.createCDPSession(),
    control: await browser.target().createCDPSession(),
    browser: { version, userAgent: userAgent.replace('Headless', ''), flags, sandbox },
    popups: 0,
    apart: async () => (await browser.createBrowserContext()).newPage(),
    background: () => proxy.background,
    close: async () => {
      await launched.close();
      proxy.close();
    },
  };
  await prepare(session, browser, limits);
  return session;
}

/** An ordinary visitor of this place; no second window, no download. */
async function prepare(session: Session, browser: Browser, limits: Limits): Promise<void> {
  const { page, control } = session;
  browser.on('targetcreated', (target) => {
    if (target.type() !== 'page' || target.browserContext() !== browser.defaultBrowserContext()) return;
    session.popups++;
    void target
      .page()
      .then((p) => p?.close())
      .catch(() => undefined);
  });
  await Promise.all([
    page.setUserAgent({ userAgent: session.browser.userAgent }),
    page.setExtraHTTPHeaders({ 'accept-language': `${limits.locale},vi;q=0.9,en;q=0.5` }),
    page.emulateTimezone(limits.time_zone),
    control.send('Browser.setDownloadBehavior', { behavior: 'deny' }),
  ]);
}
