import type { Browser, CDPSession, Page, Protocol } from 'puppeteer-core';
import { Authority } from './authority.js';
import { openBrowser } from './browser.js';
import { findChromium } from '../../core/browser/chromium.js';
import type { Guard } from './guard.js';
import type { Limits } from './limits.js';
import { PageLog } from './page-log.js';
import { Proxy } from './proxy.js';
import type { BrowserFacts, Start } from './raw.js';
import type { Cookie } from '../profiles/cookie-file.js';
import { ordinaryVisitor, visitorNamed, type VisitorProfile } from './visitor-table.js';

/** A browser of its own behind the guard, with one page. */
export interface Session {
  page: Page;
  cdp: CDPSession;
  /** of the browser itself, apart from its pages */
  control: CDPSession;
  browser: BrowserFacts;
  /** as whom the page is visited */
  visitor: VisitorProfile;
  log: PageLog;
  /** a page of our own, in a context apart from that of the page looked at */
  apart(): Promise<Page>;
  /** calls of the browser itself, refused */
  background(): number;
  close(): Promise<void>;
}

export async function openSession(start: Start, guard: Guard, limits: Limits): Promise<Session> {
  const [authority, chromium] = await Promise.all([Authority.make(), findChromium(start.cacheDir, start.browser.path)]);
  const proxy = new Proxy(authority, guard, limits.background);
  const port = await proxy.listen();
  const visitor = visitorNamed(start.visitor) ?? ordinaryVisitor;
  const launched = await openBrowser(chromium, { port, spkiHash: authority.spkiHash }, visitor, start);
  const { browser, flags, sandbox } = launched;
  const [control, [page]] = await Promise.all([browser.target().createCDPSession(), browser.pages()]);
  const { product, revision, userAgent, jsVersion } = await control.send('Browser.getVersion');
  const session: Session = {
    page,
    cdp: await page.createCDPSession(),
    control,
    browser: {
      openedAt: new Date().toISOString(),
      version: product,
      revision,
      jsVersion,
      userAgent: agentOf(visitor, product, userAgent),
      flags,
      sandbox,
    },
    visitor,
    log: new PageLog(page),
    apart: async () => (await browser.createBrowserContext()).newPage(),
    background: () => proxy.background,
    close: async () => {
      await launched.close();
      proxy.close();
    },
  };
  await prepare(session, browser);
  return session;
}

/** Gives the browser, which keeps nothing on disk, the cookies of a session; one that it refuses is not missed until the page asks. */
export async function signIn({ control }: Pick<Session, 'control'>, cookies: readonly Cookie[]): Promise<void> {
  const given = cookies.map(({ hostOnly, domain, expires, sameSite, ...cookie }): Protocol.Network.CookieParam => ({
    ...cookie,
    ...(hostOnly ? { url: `${cookie.secure ? 'https' : 'http'}://${domain}${cookie.path}` } : { domain }),
    ...(expires === null ? {} : { expires }),
    ...(sameSite === null ? {} : { sameSite }),
  }));
  await Promise.allSettled(given.map((cookie) => control.send('Storage.setCookies', { cookies: [cookie] })));
}

/** An ordinary visitor of this place; no second window, no download. */
async function prepare(session: Session, browser: Browser): Promise<void> {
  const { page, cdp, control, log, visitor } = session;
  const { viewport, pixel_ratio: deviceScaleFactor, mobile, touch } = visitor;
  browser.on('targetcreated', (target) => {
    if (target.type() !== 'page' || target.browserContext() !== browser.defaultBrowserContext()) return;
    void target
      .page()
      .then((p) => p?.close())
      .catch(() => undefined);
  });
  await Promise.all([
    cdp.send('Emulation.setDeviceMetricsOverride', { ...viewport, deviceScaleFactor, mobile }), // of the library’s own way the pixel ratio is lost
    cdp.send('Emulation.setTouchEmulationEnabled', { enabled: touch }),
    page.setUserAgent({
      userAgent: session.browser.userAgent,
      userAgentMetadata: clientHints(session.browser.version, visitor),
      ...(visitor.machine ? { platform: visitor.machine } : {}),
    }),
    page.setExtraHTTPHeaders({ 'accept-language': visitor.languages }),
    page.emulateTimezone(visitor.time_zone),
    cdp.send('Emulation.setLocaleOverride', { locale: visitor.locale }),
    control.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true }),
  ]);
  session.cdp.on('Page.windowOpen', ({ url }) => log.did('window-refused', url));
  control.on('Browser.downloadWillBegin', ({ url, suggestedFilename }) => log.did('download-refused', `${suggestedFilename} ${url}`));
}

const majorOf = (product: string): string => product.split('/')[1]?.split('.')[0] ?? '';
const agentOf = (visitor: VisitorProfile, product: string, own: string): string =>
  visitor.user_agent?.replace('{major}', majorOf(product)) ?? own.replace('Headless', '');

/** The same browser in its hints as in its user agent: pages that find the two apart show something else. */
function clientHints(product: string, { mobile, hints }: VisitorProfile): Protocol.Emulation.UserAgentMetadata {
  const full = product.split('/')[1] ?? '';
  const brands = (version: string) => [
    { brand: 'Chromium', version },
    { brand: 'Not=A?Brand', version: '99' },
  ];
  return {
    brands: brands(majorOf(product)),
    fullVersionList: brands(full),
    platform: hints.platform,
    platformVersion: hints.platform_version,
    architecture: hints.architecture,
    bitness: hints.bitness,
    model: hints.model,
    mobile,
  };
}
