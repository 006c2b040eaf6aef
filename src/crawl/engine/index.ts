import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeHome } from '../../core/browser/browser-home.js';
import { openSigner, type GivenKey } from '../../core/evidence/signing/package-signer.js';
import type { RobotsPolicy } from './ask-robots.js';
import { GRACE_MS, runCapture } from './capture-process.js';
import { conclude } from './conclude.js';
import { REFUSED_BY_ROBOTS, type CaptureResult } from './exchange.js';
import { houseFacts } from './house-facts.js';
import { captureLimits } from './limits.js';
import type { BrowserChoice, House, RawCapture, SignedIn } from './raw.js';
import type { Known } from './observe.js';
import { keepReady, takeProcess } from './ready-process.js';
import { DIRECT, type Route } from './way-out.js';
import { visitorTable } from './visitor-table.js';

export { houseFacts, REFUSED_BY_ROBOTS };
export { downloadName } from './download-name.js';
export { typeOf } from './media-types.js';
export { findFfmpeg, formatOf, type Ffmpeg } from './media/ffmpeg.js';
export type { PartFacts } from './media/part-facts.js';
export { askAuthorities, type Asked, type Stamp, type StampSettings } from './ask-authorities.js';
export { readSeal, type Seal } from './read-seal.js';
export { dropReady } from './ready-process.js';
export { timeStampTable } from './time-stamp-table.js';
export { POST_READ } from './post-address.js';
export { PAGE_READ, type Known } from './observe.js';
export { DIRECT, type Route } from './way-out.js';
export { visitorNamed, visitorTable } from './visitor-table.js';
export { openZip, type OpenZip } from './zip.js';
export type { SignedIn } from './raw.js';
export type { CaptureFile, CaptureResult, Observation, Outcome } from './exchange.js';
export interface CaptureOptions {
  url: string;
  /** where the files of the result go */
  outDir: string;
  /** single private targets (host:port) opened on purpose */
  allow?: string[];
  /** keys and unpacked browser lie here */
  dataDir: string;
  /** the key that signs, if it is not the house's own */
  key?: GivenKey;
  browser?: BrowserChoice;
  /** as whom the page is visited, by a name of config/visitors.yaml */
  visitor?: string;
  /** the session that the visitor bears */
  profile?: SignedIn | null;
  /** what is made of robots.txt; config/capture.yaml says when left out */
  robots?: RobotsPolicy;
  /** by which way it leaves; directly when left out */
  route?: Route;
  /** who asked and why, kept in the package */
  context?: Record<string, string>;
  /** what only the house knows: its software, its clock, its address */
  house?: House;
  /** what was read there before: a page that still says its post is not gone, and one that says something else is not the post */
  known?: Known;
  onProgress?: (line: string) => void;
  /** so many processes with an open browser stand ready for the captures that follow */
  ready?: number;
}

/** the most that a capture takes until its raw folder is handed over or given up */
export const captureSeconds = captureLimits.seconds + GRACE_MS / 1_000;
const NOTHING_TOLD = { ntpServers: [], egressAddress: null, imageDigest: null };

/** Captures one address in a process of its own; whatever happens there, an answer comes. */
export async function captureUrl({
  url,
  outDir,
  allow = [],
  dataDir,
  key,
  browser = { path: '', sandbox: 'auto' },
  visitor = visitorTable.default,
  profile = null,
  robots = captureLimits.robots,
  route = DIRECT,
  context = {},
  house: told,
  known,
  onProgress,
  ready = 0,
}: CaptureOptions): Promise<CaptureResult> {
  const signer = openSigner(join(dataDir, 'keys'), key); // nobody is visited for what could not be signed
  const house = told ?? (await houseFacts(NOTHING_TOLD));
  const rawDir = join(outDir, 'raw');
  mkdirSync(rawDir, { recursive: true });
  const startedAt = new Date().toISOString();
  const opening = { cacheDir: join(dataDir, 'browser'), browser, visitor, inMemory: profile !== null };
  const taken = takeProcess(opening);
  const home = taken.start.browserHome;
  let removed: Promise<void> | undefined;
  try {
    const ended = await runCapture(taken, { url, allow, rawDir, profile, route, robots, context, house }, onProgress);
    if (ready > 0) keepReady({ ...opening, inMemory: false }, ready);
    removed = removeHome(home); // nothing of the browser is needed any more
    const handed = join(rawDir, 'capture.json');
    if (!existsSync(handed)) return nothing(url, startedAt, ended);
    const raw = JSON.parse(readFileSync(handed, 'utf8')) as RawCapture;
    return await conclude(raw, rawDir, outDir, signer, known);
  } finally {
    await (removed ?? removeHome(home));
    rmSync(rawDir, { recursive: true, force: true });
  }
}

/** The result of a capture that came to nothing. */
export function nothing(url: string, startedAt: string, says: string, rule = 'capture-process-ended'): CaptureResult {
  return {
    outcome: 'failed',
    observation: 'fetch-failed',
    ground: { rule, words: says.slice(0, 300) },
    platform: 'none',
    finalUrl: url,
    addresses: [],
    title: null,
    author: null,
    handle: null,
    postedAt: null,
    text: '',
    files: [],
    startedAt,
    endedAt: new Date().toISOString(),
    missing: [says],
    route: { via: 'direct', visitor: visitorTable.default, userAgent: '' },
  };
}
export { askOutside } from './ask-outside.js';
