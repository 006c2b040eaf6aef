import { join } from 'node:path';
import type { PackageSigner } from '../../core/evidence/signing/package-signer.js';
import { platforms, selectorsFor } from '../platforms/platform-table.js';
import { forbidden } from './ask-robots.js';
import { decodedAll, type Decoded } from './decoded.js';
import { REFUSED_BY_ROBOTS, untrustedOf, untrustedUpTo, type CaptureResult, type Exchange, type Fault } from './exchange.js';
import { BROWSER_LEFT } from './guard.js';
import { keptMedia, type KeptMedium } from './kept-media.js';
import { captureLimits } from './limits.js';
import { missingFilms } from './media/film-parts.js';
import type { FilmsKept } from './media/film-steps.js';
import { observe, type Judged, type Known, type Seen } from './observe.js';
import { pack } from './pack.js';
import type { DomKept } from './page-files.js';
import { postedAt } from './posted-at.js';
import { ledAway, otherAddresses } from './post-address.js';
import type { RawCapture } from './raw.js';
import { firstAnswer, lastAnswer } from './redirects.js';
import { retryAtOf } from './retry-after.js';
import { resultFiles, unreadFiles } from './result-files.js';
import { textOfPost } from './text-of-post.js';

const NEEDED = ['launch', 'open', 'read', 'pictures'];
/** nothing of the page is lost without these */
const BESIDE = ['robots', 'article'];

/** What a raw folder means: judged, packed, signed, its files listed. */
export async function conclude(
  raw: RawCapture,
  rawDir: string,
  outDir: string,
  signer: PackageSigner,
  known: Known = {},
): Promise<CaptureResult> {
  const main = mainAnswer(raw);
  const media = await keptMedia(raw);
  const decoded = await decodedAll(raw.exchanges);
  const missing = missingOf(raw, decoded);
  const broken = main !== undefined && decoded.get(main.id)?.broken !== undefined;
  const judged = withRetry(withLayout(judge(raw, main, missing, broken, known), raw), main);
  const file = join(outDir, 'capture.wacz');
  if (judged.outcome !== 'failed') await pack(rawDir, raw, { ...judged, missing, media, decoded }, signer, file);
  return {
    ...judged,
    platform: raw.platform,
    finalUrl: raw.finalUrl,
    addresses: otherAddresses(raw, main, judged),
    title: raw.post?.title || null,
    author: raw.post?.author ?? null,
    handle: raw.post?.handle ?? null,
    postedAt: postedAt(raw.post?.time, raw.endedAt),
    text: judged.observation === 'present' ? textOfPost(raw) : '',
    files: judged.outcome === 'failed' ? await unreadFiles(outDir, unread(main)) : await resultFiles(outDir, rawDir, file, media, raw),
    startedAt: raw.startedAt,
    endedAt: raw.endedAt,
    missing,
    route: { via: raw.route.name, visitor: raw.visitor.is, userAgent: raw.browser.userAgent },
  };
}
const withLayout = (judged: Judged, { post }: RawCapture): Judged =>
  post?.found && post.laidOut === false ? { ...judged, ground: { ...judged.ground, laidOut: false } } : judged;
const withRetry = (judged: Judged, main: Exchange | undefined): Judged => {
  const retryAt = main ? retryAtOf(main) : null;
  return retryAt === null ? judged : { ...judged, ground: { ...judged.ground, retryAt } };
};
export type Concluded = Judged & { missing: string[]; media: KeptMedium[]; decoded: ReadonlyMap<number, Decoded | null> };

/** The last answer of the main document. */
function mainAnswer(raw: RawCapture): Exchange | undefined {
  const start = firstAnswer(raw);
  return start && lastAnswer(raw.exchanges, start.url, captureLimits.redirects);
}

function judge(raw: RawCapture, main: Exchange | undefined, missing: string[], broken: boolean, known: Known): Judged {
  if (forbidden(raw.robots)) return refusedByRobots(raw);
  const failedStep = raw.steps.find((s) => s.fault && NEEDED.includes(s.step));
  const platform = platforms.find((p) => p.key === raw.platform)!;
  return observe(
    {
      status: main?.status ?? null,
      fault: main?.fault?.says ?? failedStep?.fault ?? 'no answer',
      postFound: raw.post?.found ?? false,
      part: selectorsFor(platform, raw.order.url, raw.finalUrl).part,
      mayBeAnother: raw.post?.mayBeAnother,
      own: ownOf(raw),
      takenAway: takenAway(raw),
      lostByUs: raw.lostByUs,
      ledAway: main !== undefined && ledAway(raw.order.url, main.url),
      url: main?.url ?? raw.order.url,
      text: raw.text,
      ownFonts: (raw.post?.ownFonts ?? 0) > 0,
      // of what is not whole nobody can say what else it would have shown
      shown: main?.fault || broken || raw.steps.some((s) => s.fault && s.step.startsWith('read')) ? null : raw.shown,
      empty: main?.bytes === 0 && main.fault === null,
      ...known,
      unreadable: unread(main) !== null,
      untrusted: untrustedUpTo(main, raw.exchanges),
      incomplete: failedStep !== undefined || main?.fault != null || missing.length > 0,
    },
    platform,
  );
}

/** With the title of the page among its headings. */
const ownOf = ({ own, post }: RawCapture): Seen['own'] =>
  own && { ...own, headings: [...own.headings, ...(post?.title ? [post.title] : [])] };

const refusedByRobots = ({ robots }: RawCapture): Judged => ({
  outcome: 'failed',
  observation: 'fetch-failed',
  ground: {
    rule: REFUSED_BY_ROBOTS,
    words: robots?.rule ?? 'robots.txt did not answer',
    ...(robots?.status ? { status: robots.status } : {}),
  },
});

/** The exchange of a page whose answer cannot be read. */
const unread = (main: Exchange | undefined): Exchange | null => (main?.status === null && main.body !== null ? main : null);

function takenAway(raw: RawCapture): boolean {
  const last = raw.steps.findLast((s) => s.step.startsWith('read') && !s.fault)?.said as { found?: boolean } | undefined;
  return raw.post?.found === true && last?.found === false;
}

const silentFrames = ({ steps }: RawCapture): string[] => (steps.find((s) => s.step === 'dom')?.said as DomKept | undefined)?.silent ?? [];

const lostFilms = ({ steps }: RawCapture): string[] => (steps.find((s) => s.step === 'films')?.said as FilmsKept | undefined)?.lost ?? [];

const lossOf = ({ kind, says }: Fault): string | null => (kind === 'denied' || says === BROWSER_LEFT ? null : says);

/** What the package lacks: everything cut or failed that did not come whole another time, and the steps that did not end. Denied tries are on record, but the page is whole without them. */
function missingOf(raw: RawCapture, decoded: ReadonlyMap<number, Decoded | null>): string[] {
  const whole = new Set([
    ...raw.media.flatMap((m) => (m.state === 'whole' ? [m.url, raw.exchanges[m.exchange! - 1].url] : [])),
    ...raw.films.flatMap((f) => f.joinedFrom.map((j) => j.url)),
  ]);
  return [
    ...untrustedOf(raw.exchanges),
    ...raw.exchanges
      .filter((e) => !raw.robots?.exchanges.includes(e.id) && !whole.has(e.url))
      .flatMap((e) => {
        const says = e.fault ? lossOf(e.fault) : decoded.get(e.id)?.broken;
        return says ? [`${e.url.slice(0, 200)}: ${says}`] : [];
      }),
    ...missingFilms(raw),
    ...lostFilms(raw),
    ...raw.media.filter((m) => m.state === 'lost').map((m) => `${m.kind} ${m.url.slice(0, 200)}: ${m.says}`),
    ...silentFrames(raw).map((url) => `frame ${url}: it did not answer`),
    ...raw.strays.map((stray) => `beside the steps: ${stray.split('\n')[0]}`),
    ...raw.steps.filter((s) => s.fault && !BESIDE.includes(s.step)).map((s) => `step ${s.step}: ${s.fault}`),
  ].slice(0, 100);
}
