import type { Browser, CDPSession, Page, Protocol } from 'puppeteer-core';
import { Authority } from './authority.js';
import { openBrowser } from './browser.js';
import { findChromium } from '../../core/browser/chromium.js';
import type { Guard } from './guard.js';
import type { Limits } from './limits.js';
import { PageLog } from './page-log.js';
import { Proxy } from './proxy.js';
import type { BrowserFacts, Order } from './raw.js';

/** A browser of its own behind the guard, with one page. */
export interface Session {
  page: Page;
  cdp: CDPSession;
  /** of the browser itself, apart from its pages */
  control: CDPSession;
  browser: BrowserFacts;
  log: PageLog;
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
  const [control, [page]] = await Promise.all([browser.target().createCDPSession(), browser.pages()]);
  const { product, revision, userAgent, jsVersion } = await control.send('Browser.getVersion');
  const session: Session = {
    page,
    cdp: await page.createCDPSession(),
    control,
    browser: { version: product, revision, jsVersion, userAgent: userAgent.replace('Headless', ''), flags, sandbox },
    log: new PageLog(page),
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
  const { page, control, log } = session;
  browser.on('targetcreated', (target) => {
    if (target.type() !== 'page' || target.browserContext() !== browser.defaultBrowserContext()) return;
    void target
      .page()
      .then((p) => p?.close())
      .catch(() => undefined);
  });
  await Promise.all([
    page.setUserAgent({ userAgent: session.browser.userAgent, userAgentMetadata: clientHints(session.browser.version) }),
    page.setExtraHTTPHeaders({ 'accept-language': acceptLanguage(limits) }),
    page.emulateTimezone(limits.time_zone),
    control.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true }),
  ]);
  session.cdp.on('Page.windowOpen', ({ url }) => log.did('window-refused', url));
  control.on('Browser.downloadWillBegin', ({ url, suggestedFilename }) => log.did('download-refused', `${suggestedFilename} ${url}`));
}

export const acceptLanguage = ({ locale }: Limits): string => `${locale},vi;q=0.9,en;q=0.5`;

/** The same browser in its hints as in its user agent: pages that find the two apart show something else. */
function clientHints(product: string): Protocol.Emulation.UserAgentMetadata {
  const full = product.split('/')[1] ?? '';
  const brands = (version: string) => [
    { brand: 'Chromium', version },
    { brand: 'Not=A?Brand', version: '99' },
  ];
  return {
    brands: brands(full.split('.')[0]),
    fullVersionList: brands(full),
    platform: 'Linux',
    platformVersion: '',
    architecture: 'x86',
    bitness: '64',
    model: '',
    mobile: false,
  };
}
