import type { Chromium } from '../../core/browser/chromium.js';
import { launchFenced, QUIET_FLAGS, type Launched } from '../../core/browser/launch.js';
import type { Start } from './raw.js';
import type { VisitorProfile } from './visitor-table.js';

/** A fresh browser behind the guard, its files under its home, which the parent process removes. */
export function openBrowser(
  chromium: Chromium,
  guard: { port: number; spkiHash: string },
  visitor: VisitorProfile,
  { browserHome: home, browser: { sandbox: sandboxIs }, inMemory }: Start,
): Promise<Launched> {
  const { viewport, locale, languages, time_zone: timeZone } = visitor;
  const flags = [
    `--proxy-server=http://127.0.0.1:${guard.port}`,
    '--proxy-bypass-list=<-loopback>',
    `--ignore-certificate-errors-spki-list=${guard.spkiHash}`,
    '--block-new-web-contents', // a window that opens before the page leaves it behind, where nothing of it is laid out
    ...QUIET_FLAGS,
    ...(inMemory ? ['--incognito'] : []),
    `--lang=${locale}`,
    `--accept-lang=${languages.replace(/;q=[\d.]+/g, '')}`, // what scripts of all frames and workers read
    '--disable-blink-features=AutomationControlled', // some pages show nothing to a browser that says that it is driven
    `--window-size=${viewport.width},${viewport.height}`,
  ];
  return launchFenced({ chromium, flags, home, sandboxIs, timeZone, viewport: null });
}
