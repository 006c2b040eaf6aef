import { X509Certificate } from 'node:crypto';
import { getServers } from 'node:dns';
import type { Concluded } from './conclude.js';
import { decodedOf, type Decoded } from './decoded.js';
import { valueOf, type Exchange } from './exchange.js';
import type { RawCapture } from './raw.js';
import { chainOf } from './redirects.js';
import { captureLimits } from './limits.js';

const METHOD =
  'A browser of its own, without sign-in or cookies, behind a recording proxy that ended TLS with a certificate authority made for this capture: the browser saw that authority, and the servers’ own certificates are listed here. Bodies are kept as received, after the framing of HTTP (chunks) was taken off. Times are UTC by the clock that is named here.';
/** 1.3.6.1.4.1.11129.2.4.2 in DER: the extension with the timestamps of certificate logs (RFC 6962, 3.3) */
const SCTS = Buffer.from('060a2b06010401d679020402', 'hex');
const OCTETS = 0x04;

/** How the package came to be, for the expert of the other side: `format` lachan-provenance/1. */
export async function provenance(raw: RawCapture, judged: Concluded): Promise<object> {
  const { order, exchanges, post, steps } = raw;
  const decoded = new Map<number, Decoded | null>();
  for (const e of exchanges) decoded.set(e.id, await decodedOf(e));
  const start = exchanges.find((e) => e.url === order.url.replace(/#.*$/, '')) ?? exchanges[0];
  const redirects = start ? chainOf(exchanges, start, captureLimits.redirects) : [];
  return {
    format: 'lachan-provenance/1',
    method: METHOD,
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
    strays: raw.strays,
    visitor: raw.visitor,
    browser: raw.browser,
    software: raw.house.software,
    machine: { ...raw.machine, publicAddress: raw.house.publicAddress, networkPath: 'the recording proxy, then directly' },
    limits: raw.limits,
    ofTheBrowserItself: raw.background,
    resolver: getServers(),
    certificates: certificatesOf(exchanges),
    exchanges: exchanges.map(({ body: _, requestBody, requestHeaders: __, responseHeaders: ___, tls, ...e }) => ({
      ...e,
      sent: requestBody !== null,
      decoded: decoded.get(e.id) ?? null,
      tls: tls && { ...tls, chain: tls.chain.map((der) => fingerprint(der)) },
    })),
  };
}

function endOf(steps: RawCapture['steps'], name: string): string | null {
  const step = steps.find((s) => s.step === name);
  return step ? new Date(Date.parse(step.startedAt) + step.milliseconds).toISOString() : null;
}
const certificateOf = (der: string): X509Certificate => new X509Certificate(Buffer.from(der, 'base64'));
const fingerprint = (der: string): string => certificateOf(der).fingerprint256.replaceAll(':', '').toLowerCase();

/** Every certificate that a server showed, once, by the SHA-256 of its DER bytes. */
function certificatesOf(exchanges: readonly Exchange[]): Record<string, object> {
  const all = new Set(exchanges.flatMap((e) => e.tls?.chain ?? []));
  return Object.fromEntries(
    [...all].map((der) => {
      const is = certificateOf(der);
      const { subject, issuer, serialNumber, validFrom, validTo } = is;
      return [
        fingerprint(der),
        {
          subject,
          issuer,
          serialNumber,
          validFrom: new Date(validFrom).toISOString(),
          validTo: new Date(validTo).toISOString(),
          signedCertificateTimestamps: timestampsIn(is.raw),
          pem: is.toString(),
        },
      ];
    }),
  );
}

/** The value of that extension in base64, as the certificate has it. */
function timestampsIn(der: Buffer): string | null {
  const at = der.indexOf(SCTS) + SCTS.length;
  if (at < SCTS.length || der[at] !== OCTETS) return null;
  const long = der[at + 1] & 0x80 ? der[at + 1] & 0x7f : 0;
  const bytes = long ? der.readUIntBE(at + 2, long) : der[at + 1];
  return der.subarray(at + 2 + long, at + 2 + long + bytes).toString('base64');
}
