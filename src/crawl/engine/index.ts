import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { platforms } from '../platforms/platform-table.js';
import type { CaptureFile, CaptureResult, Exchange } from './exchange.js';
import { captureLimits } from './limits.js';
import { observe, type Judged } from './observe.js';
import { pack, sha256Of } from './pack.js';
import type { BrowserChoice, Order, RawCapture } from './raw.js';
import { signingKey } from './sign.js';
import { textOfPost } from './text-of-post.js';
import { valueOf } from './warc.js';

export type { CaptureFile, CaptureResult, Observation, Outcome } from './exchange.js';
export interface CaptureOptions {
  url: string;
  /** where the files of the result go */
  outDir: string;
  /** single private targets (host:port) opened on purpose */
  allow?: string[];
  /** keys and unpacked browser lie here */
  dataDir: string;
  browser?: BrowserChoice;
  /** who asked and why, kept in the package */
  context?: Record<string, string>;
  onProgress?: (line: string) => void;
}
const GRACE_MS = 10_000;
const MAIN = join(import.meta.dirname, 'main.js');

/** Captures one address in a process of its own; whatever happens there, an answer comes. */
export async function captureUrl(options: CaptureOptions): Promise<CaptureResult> {
  const rawDir = join(options.outDir, 'raw');
  const browserHome = join(tmpdir(), `lachan-browser-${process.pid}-${randomUUID().slice(0, 8)}`);
  mkdirSync(rawDir, { recursive: true });
  sweep();
  const startedAt = new Date().toISOString();
  try {
    const ended = await runChild(
      {
        url: options.url,
        allow: options.allow ?? [],
        rawDir,
        cacheDir: join(options.dataDir, 'browser'),
        browserHome,
        browser: options.browser ?? { path: '', sandbox: 'auto' },
        context: options.context ?? {},
      },
      options.onProgress,
    );
    if (!existsSync(join(rawDir, 'capture.json'))) return nothing(options.url, startedAt, ended);
    return await finish(options, rawDir);
  } finally {
    await remove(browserHome);
    rmSync(rawDir, { recursive: true, force: true });
  }
}

/** Runs the capture process with a bare environment; its whole process group ends with it. */
function runChild(order: Order, onProgress?: (line: string) => void): Promise<string> {
  const { PATH, HOME, LANG } = process.env;
  const child = spawn(process.execPath, ['--no-warnings', MAIN, JSON.stringify(order)], {
    env: { PATH, HOME, LANG },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
  });
  let told = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    told = (told + chunk.toString()).slice(-2_000);
    for (const line of chunk.toString().trim().split('\n')) onProgress?.(line);
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => endGroup(child.pid!), captureLimits.seconds * 1_000 + GRACE_MS);
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      endGroup(child.pid!);
      resolve(signal === 'SIGKILL' ? 'its time was up' : code === 0 ? '' : told.trim().split('\n').slice(-3).join(' '));
    });
  });
}
function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    /* nobody is left */
  }
}

async function finish(options: CaptureOptions, rawDir: string): Promise<CaptureResult> {
  const raw = JSON.parse(readFileSync(join(rawDir, 'capture.json'), 'utf8')) as RawCapture;
  const platform = platforms.find((p) => p.key === raw.platform)!;
  const main = mainExchange(raw);
  const missing = missingOf(raw);
  const failedStep = raw.steps.find((s) => s.fault && ['launch', 'open', 'read', 'pictures'].includes(s.step));
  const judged: Judged = observe(
    {
      status: main?.status ?? null,
      fault: main?.fault?.says ?? failedStep?.fault ?? 'no answer',
      postFound: raw.post?.found ?? false,
      takenAway: takenAway(raw),
      text: raw.text,
      incomplete: failedStep !== undefined || main?.fault != null || missing.length > 0,
    },
    platform,
  );
  const file = join(options.outDir, 'capture.wacz');
  if (judged.outcome !== 'failed') await pack(rawDir, raw, { ...judged, missing }, signingKey(join(options.dataDir, 'keys')), file);
  const files = judged.outcome === 'failed' ? [] : await filesOf(options.outDir, rawDir, file);
  return {
    ...judged,
    platform: raw.platform,
    finalUrl: raw.finalUrl,
    title: raw.post?.title || null,
    author: raw.post?.author ?? null,
    handle: raw.post?.handle ?? null,
    postedAt: timeOf(raw.post?.time),
    text: judged.observation === 'present' ? textOfPost(raw) : '',
    files,
    startedAt: raw.startedAt,
    endedAt: raw.endedAt,
    missing,
    route: { via: 'direct', visitor: 'anonymous', userAgent: raw.browser.userAgent },
  };
}

function takenAway(raw: RawCapture): boolean {
  const last = raw.steps.findLast((s) => s.step.startsWith('read') && !s.fault)?.said as { found?: boolean } | undefined;
  return raw.post?.found === true && last?.found === false;
}

/** The last answer of the main document, redirects followed. */
function mainExchange({ exchanges, order }: RawCapture): Exchange | undefined {
  const start = new URL(order.url).href;
  let at: Exchange | undefined = exchanges.find((e) => e.url === start) ?? exchanges[0];
  for (let hops = 0; at && hops < captureLimits.redirects + 1; hops++) {
    const location: string = at.status !== null && at.status >= 300 && at.status < 400 ? valueOf(at.responseHeaders, 'location') : '';
    if (!location) return at;
    const from: Exchange = at;
    const target: string = new URL(location, from.url).href.replace(/#.*$/, '');
    at = exchanges.find((e) => e.id > from.id && e.url === target) ?? {
      ...from,
      status: null,
      fault: { kind: 'failed', says: `the redirect to ${new URL(target).host} was not followed` },
    };
  }
  return at && { ...at, status: null, fault: { kind: 'failed', says: 'too many redirects' } };
}

/** What the package lacks: everything cut or failed, and the steps that did not end. Denied tries are named too, but the page is whole without them. */
function missingOf(raw: RawCapture): string[] {
  return [
    ...raw.exchanges
      .filter((e) => e.fault && e.fault.kind !== 'denied' && e.fault.says !== 'the browser closed the connection')
      .map((e) => `${e.url.slice(0, 200)}: ${e.fault!.says}`),
    ...raw.strays.map((stray) => `beside the steps: ${stray.split('\n')[0]}`),
    ...raw.steps.filter((s) => s.fault).map((s) => `step ${s.step}: ${s.fault}`),
  ].slice(0, 100);
}

async function filesOf(outDir: string, rawDir: string, wacz: string): Promise<CaptureFile[]> {
  const files: CaptureFile[] = [];
  const add = async (name: string, path: string, mediaType: string) =>
    files.push({ name, path, sha256: await sha256Of(path), bytes: statSync(path).size, mediaType });
  await add('package', wacz, 'application/wacz+zip');
  for (const png of readdirSync(rawDir)
    .filter((f) => f.endsWith('.png'))
    .sort()) {
    copyFileSync(join(rawDir, png), join(outDir, png));
    await add(png.replace('.png', ''), join(outDir, png), 'image/png');
  }
  copyFileSync(join(rawDir, 'text.txt'), join(outDir, 'text.txt'));
  await add('text', join(outDir, 'text.txt'), 'text/plain; charset=utf-8');
  return files;
}

function timeOf(time: string | null | undefined): string | null {
  const at = time ? new Date(time) : null;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : null;
}
function nothing(url: string, startedAt: string, says: string): CaptureResult {
  return {
    outcome: 'failed',
    observation: 'fetch-failed',
    ground: { rule: 'capture-process-ended', words: says.slice(0, 300) },
    platform: 'none',
    finalUrl: url,
    title: null,
    author: null,
    handle: null,
    postedAt: null,
    text: '',
    files: [],
    startedAt,
    endedAt: new Date().toISOString(),
    missing: [says],
    route: { via: 'direct', visitor: 'anonymous', userAgent: '' },
  };
}

/** A dying browser still writes for a moment. */
async function remove(dir: string): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    try {
      return rmSync(dir, { recursive: true, force: true });
    } catch {
      await new Promise((r) => {
        setTimeout(r, 100);
      });
    }
  }
}

/** Browser folders of workers that were killed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^lachan-browser-(\d+)-/.exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
