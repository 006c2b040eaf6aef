import { mkdirSync, writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { platformOf } from '../platforms/platform-table.js';
import { Authority } from './authority.js';
import { openBrowser, type Launched } from './browser.js';
import { findChromium } from './chromium.js';
import { Guard } from './guard.js';
import { captureLimits as limits } from './limits.js';
import { union } from './page-text.js';
import type { Order, RawCapture } from './raw.js';
import { Steps, type StepRecord } from './steps.js';

/** The capture process: no database, no keys of the office; it writes a raw folder and ends. Its order comes by argument. */
const order = JSON.parse(process.argv[2]) as Order;
process.once('disconnect', () => process.exit(1));
// what goes wrong beside the steps is a fact of the capture, not its end
const strays: string[] = [];
for (const kind of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(kind, (error: Error) => {
    strays.push(String(error?.stack ?? error).slice(0, 1_000));
  });
const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const startedAt = new Date();
const until = Date.now() + limits.seconds * 1_000;
mkdirSync(order.rawDir, { recursive: true });
const authority = await Authority.make();
const guard = new Guard(authority, order.rawDir, order.allow, limits);
const port = await guard.listen();
const platform = platformOf(order.url);
const before: StepRecord[] = [];
let launched: Launched | null = null;
let steps: Steps | null = null;
let userAgent = '';
let version = '';
let [popups, finalUrl] = [0, order.url];

try {
  const chromium = await findChromium(order.cacheDir, order.browser.path);
  launched = await openBrowser(chromium, { port, spkiHash: authority.spkiHash }, limits, order.browserHome, order.browser.sandbox);
  if (!launched.sandbox) tell('the browser runs without its own sandbox: this system gives it no user namespaces');
  const { browser } = launched;
  [userAgent, version] = [(await browser.userAgent()).replace('Headless', ''), await browser.version()];
  before.push({ step: 'launch', milliseconds: Date.now() - startedAt.getTime(), fault: null });
  const [page] = await browser.pages();
  browser.on('targetcreated', (target) => {
    if (target.type() === 'page') {
      popups++;
      void target
        .page()
        .then((p) => p?.close())
        .catch(() => undefined);
    }
  });
  const cdp = await page.createCDPSession();
  await page.setUserAgent({ userAgent });
  await page.setExtraHTTPHeaders({ 'accept-language': `${limits.locale},vi;q=0.9,en;q=0.5` });
  await page.emulateTimezone(limits.time_zone);
  const control = await browser.target().createCDPSession();
  await control.send('Browser.setDownloadBehavior', { behavior: 'deny' });
  steps = new Steps(page, cdp, platform, guard, limits, order.rawDir, until);
  tell(`opening ${order.url}`);
  const opened = await steps.run('open', 20_000, () => steps!.open(order.url));
  if (opened) {
    tell('reading');
    await steps.run('settle', (limits.settle_seconds + 2) * 1_000, steps.settle);
    await steps.run('read', 5_000, steps.read);
    await steps.run('view', 8_000, steps.view);
    await steps.run('expand', 5_000, steps.expand);
    await steps.run('scroll', 12_000, steps.scroll);
    await steps.run('read-again', 5_000, steps.read);
    await steps.run('dom', 5_000, steps.keepDom);
    await steps.run('pictures', 15_000, steps.pictures);
  }
  finalUrl = page.url();
} catch (error) {
  before.push({ step: 'launch', milliseconds: Date.now() - startedAt.getTime(), fault: (error as Error).message.slice(0, 500) });
} finally {
  await launched?.close();
  guard.close();
}

const raw: RawCapture = {
  order: { url: order.url, context: order.context, allow: order.allow },
  platform: platform.key,
  finalUrl,
  startedAt: startedAt.toISOString(),
  endedAt: new Date().toISOString(),
  steps: [...before, ...(steps?.records ?? [])],
  post: steps?.post ?? null,
  text: union(steps?.takes ?? []),
  exchanges: guard.exchanges.map((e) => ({ ...e, endedAt: e.endedAt ?? new Date().toISOString() })),
  browser: { version, userAgent, flags: launched?.flags ?? [], sandbox: launched?.sandbox ?? false },
  dialogs: steps?.dialogs ?? 0,
  popups,
  background: guard.background,
  strays,
  limits,
  machine: { kernel: release(), node: process.version },
};
writeFileSync(join(order.rawDir, 'capture.json'), JSON.stringify(raw));
tell('handed over');
process.exit(0);
