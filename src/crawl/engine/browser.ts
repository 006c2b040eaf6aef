import type { Chromium } from '../../core/browser/chromium.js';
import { launchFenced, QUIET_FLAGS, type Launched, type SandboxIs } from '../../core/browser/launch.js';
import type { VisitorProfile } from './visitor-table.js';

/** A fresh browser behind the guard, its files under `home`, which the parent process removes. */
export function openBrowser(
  chromium: Chromium,
  guard: { port: number; spkiHash: string },
  visitor: VisitorProfile,
  home: string,
  sandboxIs: SandboxIs,
  signedIn: boolean,
): Promise<Launched> {
  const { viewport, locale, time_zone: timeZone } = visitor;
  const flags = [
    `--proxy-server=http://127.0.0.1:${guard.port}`,
    '--proxy-bypass-list=<-loopback>',
    `--ignore-certificate-errors-spki-list=${guard.spkiHash}`,
    '--block-new-web-contents', // a window that opens before the page leaves it behind, where nothing of it is laid out
    ...QUIET_FLAGS,
    ...(signedIn ? ['--incognito'] : []), // cookies stay in memory
    `--lang=${locale}`,
    `--window-size=${viewport.width},${viewport.height}`,
  ];
  return launchFenced({ chromium, flags, home, sandboxIs, timeZone, viewport: null });
}
