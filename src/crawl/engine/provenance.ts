import { getServers } from 'node:dns';
import { certificatesOf, fingerprint } from './certificates.js';
import type { Concluded } from './conclude.js';
import { valueOf } from './exchange.js';
import type { RawCapture } from './raw.js';
import { chainOf, firstAnswer } from './redirects.js';
import { captureLimits } from './limits.js';
import { limitsReached } from './limits-reached.js';

const SIGNED_OUT = 'A browser of its own, without sign-in or cookies, ';
const SIGNED_IN =
  'A browser of its own that bore the cookies of the session named under `visitor` and nothing else, and kept them in memory alone. Their values, those of cookies that were set, and of Authorization headers are withheld, and so are values of headers and parameters that the session’s hosts call token, session or secret: `[withheld]` stands in headers and texts, asterisks in bodies, whose SHA-256 as they came is under `asItCame`; `withheld` lists what is left out. What a page calls otherwise or writes in another form is not found. It ran ';
const METHOD =
  'behind a recording proxy that ended TLS with a certificate authority made for this capture: the browser saw that authority, and the servers’ own certificates are listed here. Bodies are kept as received, after the framing of HTTP (chunks) was taken off. Times are UTC by the clock that is named here.';
/** How the package came to be, for the expert of the other side: `format` lachan-provenance/1. */
export function provenance(raw: RawCapture, judged: Concluded): object {
  const { order, exchanges, post, steps } = raw;
  const start = firstAnswer(raw);
  const redirects = start ? chainOf(exchanges, start, captureLimits.redirects) : [];
  return {
    format: 'lachan-provenance/1',
    method: `${raw.visitor.signedIn ? SIGNED_IN : SIGNED_OUT}${METHOD}`,
    outcome: judged.outcome,
    observation: judged.observation,
    ground: judged.ground,
    missing: judged.missing,
    order,
    address: {
      submitted: order.context.submitted ?? order.url,
      normalised: order.url,
      final: raw.finalUrl,
      canonical: post?.canonical ?? null,
      platform: raw.platform,
    },
    redirects: redirects.map((e) => ({
      url: e.url,
      status: e.status,
      location: valueOf(e.responseHeaders, 'location') || null,
      ip: e.ip,
      at: e.answeredAt,
    })),
    times: {
      startedAt: raw.startedAt,
      firstByteAt: redirects.at(-1)?.answeredAt ?? null,
      settledAt: endOf(steps, 'settle'),
      viewAt: raw.pictures[0]?.at ?? null,
      endedAt: raw.endedAt,
      timeZone: raw.visitor.timeZone,
      wallMilliseconds: Date.parse(raw.endedAt) - Date.parse(raw.startedAt),
      monotonicMilliseconds: raw.monotonicMilliseconds,
    },
    clock: raw.house.clock,
    post: post && { ...post, stir: undefined, height: undefined, media: undefined },
    media: [
      ...judged.media.map(({ body: _, ...m }) => m),
      ...raw.media.filter((m) => m.state !== 'whole').map(({ exchange: _, ...m }) => m),
    ],
    films: raw.films,
    subtitles: raw.subtitles,
    frames: raw.frames,
    looked: raw.looked,
    pictures: raw.pictures,
    shown: raw.shown && { pictured: raw.shown.pictured, painted: raw.shown.painted, hidden: raw.shown.hidden },
    steps,
    acts: raw.acts,
    page: raw.page,
    robots: raw.robots,
    route: raw.route,
    strays: raw.strays,
    visitor: raw.visitor,
    ...(raw.withheld ? { withheld: raw.withheld } : {}),
    browser: raw.browser,
    software: raw.house.software,
    machine: { ...raw.machine, publicAddress: raw.route.proxy ? null : raw.house.publicAddress, networkPath: pathOf(raw.route) },
    limits: raw.limits,
    limitsReached: limitsReached(raw),
    ofTheBrowserItself: raw.background,
    resolver: getServers(),
    certificates: certificatesOf(exchanges),
    exchanges: exchanges.map(({ body: _, requestBody, requestHeaders, responseHeaders, tls, ...e }) => ({
      ...e,
      // of others they stand in the WARC
      ...(e.socket && { requestHeaders, responseHeaders }),
      sent: requestBody !== null,
      decoded: judged.decoded.get(e.id) ?? null,
      tls: tls && { ...tls, chain: tls.chain.map((der) => fingerprint(der)) },
    })),
  };
}

const pathOf = ({ name, proxy }: RawCapture['route']): string =>
  proxy
    ? `the recording proxy, then the route “${name}” by ${proxy}, which was told addresses that were resolved and checked here`
    : 'the recording proxy, then directly';

function endOf(steps: RawCapture['steps'], name: string): string | null {
  const step = steps.find((s) => s.step === name);
  return step ? new Date(Date.parse(step.startedAt) + step.milliseconds).toISOString() : null;
}
