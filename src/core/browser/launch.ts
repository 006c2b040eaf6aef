import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Viewport } from 'puppeteer-core';
import type { Chromium } from './chromium.js';

export interface Launched {
  browser: Browser;
  flags: string[];
  sandbox: boolean;
  close(): Promise<void>;
}
export type SandboxIs = 'auto' | 'required';
export interface LaunchOrder {
  chromium: Chromium;
  flags: string[];
  /** all that it writes; whoever launches it removes it */
  home: string;
  sandboxIs: SandboxIs;
  timeZone: string;
  viewport: Viewport | null;
}

/** What keeps a browser from acting on its own account. */
export const QUIET_FLAGS = [
  '--disable-quic',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp', // its name in older browsers
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-client-side-phishing-detection',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--mute-audio',
  '--hide-scrollbars',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--disable-features=OptimizationHints,MediaRouter,Translate,DialMediaRouteProvider,AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions,PreloadTopChromeWebUI,PreloadTopChromeWebUILessNavigations',
];

/** A fresh browser in its own fence. As root it runs as another user, so that its own sandbox stays on. */
export async function launchFenced({ chromium, flags, home, sandboxIs, timeZone, viewport }: LaunchOrder): Promise<Launched> {
  mkdirSync(home, { recursive: true });
  const lent = lentUser();
  const executablePath = lent ? lend(chromium.path, lent, home) : chromium.path;
  const { launch } = await import('puppeteer-core'); // 125 modules, for nothing where no browser opens
  const start = async (sandbox: boolean): Promise<Launched> => {
    const args = [...flags, ...(sandbox ? [] : ['--no-sandbox'])];
    const browser = await launch({
      executablePath,
      args,
      userDataDir: join(home, 'profile'),
      pipe: true,
      headless: chromium.headless,
      defaultViewport: viewport,
      timeout: 20_000,
      protocolTimeout: 20_000,
      env: { PATH: process.env.PATH, ...chromium.env, HOME: home, TMPDIR: home, TZ: timeZone, LANG: 'C.UTF-8' },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    const close = async () => {
      browser.process()?.kill('SIGKILL');
      await settled(browser);
    };
    return { browser, flags: args, sandbox, close };
  };
  if (process.getuid?.() === 0 && !lent) return start(onlyIf(sandboxIs, 'as root it needs setpriv and a user "nobody"'));
  return start(true).catch((error: Error) => {
    if (canFence(lent) && !/sandbox|namespace/i.test(error.message)) throw error;
    return start(onlyIf(sandboxIs, 'this system gives it no user namespaces'));
  });
}

/** Without its sandbox a hostile page is held by the guard and the user it runs as alone: never unasked in production. */
function onlyIf(sandboxIs: SandboxIs, why: string): false {
  if (sandboxIs === 'required') throw new Error(`the browser cannot fence itself in (${why}), and CHROMIUM_SANDBOX says that it must`);
  return false;
}

/** A container or a hardened kernel may refuse the namespaces that the browser's sandbox is made of. */
export const canFence = (as: { uid: number; gid: number } | null): boolean =>
  spawnSync('unshare', ['--user', '--map-root-user', '--net', 'true'], { ...as, timeout: 5_000 }).status === 0;

function lend(path: string, { uid, gid }: { uid: number; gid: number }, home: string): string {
  chmodSync(home, 0o700);
  chownSync(home, uid, gid);
  const script = join(home, 'browser');
  const quoted = `'${path.replaceAll("'", "'\\''")}'`;
  writeFileSync(script, `#!/bin/sh\nexec setpriv --reuid ${uid} --regid ${gid} --clear-groups --pdeathsig KILL -- ${quoted} "$@"\n`, {
    mode: 0o755,
  });
  return script;
}

export function lentUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0 || spawnSync('setpriv', ['--version']).status !== 0 || !existsSync('/etc/passwd')) return null;
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find((u) => u[0] === 'nobody');
  return nobody ? { uid: Number(nobody[2]), gid: Number(nobody[3]) } : null;
}
const settled = (browser: Browser): Promise<void> =>
  new Promise((done) => {
    const child = browser.process();
    if (!child || child.exitCode !== null || child.signalCode !== null) return done();
    child.once('exit', () => done());
    setTimeout(done, 2_000).unref();
  });
