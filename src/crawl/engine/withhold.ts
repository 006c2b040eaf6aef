import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, inflateSync, unzipSync } from 'node:zlib';
import { valueOf, type Exchange } from './exchange.js';
import type { RawCapture } from './raw.js';
import { keysAmong, overwrite, recordWithout, sentKeys, withoutKeys } from './withheld.js';

/** What of a signed-in visit is not handed over, so that a package opens no account. */
export interface Withheld {
  /** how many requests bore cookies, and how many answers set some; of none of them a value is kept */
  requests: number;
  answers: number;
  /** exchanges of which a body held such a value: it is overwritten there */
  bodies: number[];
  /** files made of the page that are left out, as the page wrote such a value */
  leftOut: string[];
}
/** A body that was changed before it was kept; what it was as it came. */
export interface AsItCame {
  sha256: string | null;
  bytes: number;
  /** it is kept with this coding taken off */
  coding: string;
  places: number;
}
const MEDIA = /^(image|video|audio|font)\//i;
const DECODE: Record<string, (bytes: Buffer, most: { maxOutputLength: number }) => Buffer> = {
  gzip: unzipSync,
  'x-gzip': unzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};
const OF_THE_BODY = /^content-(encoding|length)$/i;
/** made by the browser of the whole page, in forms in which no bytes can be overwritten */
const WHOLE_PAGE = ['page.mhtml', 'page.pdf'];

/** Takes every value that would open an account out of a raw folder before anything of it leaves this process. */
export function withhold(raw: RawCapture, rawDir: string, cookies: readonly string[]): RawCapture {
  const keys = keysAmong([...cookies, ...sentKeys(raw.exchanges)]);
  const has = (name: RegExp) => (flat: string[]) => flat.some((h, i) => i % 2 === 0 && name.test(h));
  const withheld: Withheld = {
    requests: raw.exchanges.filter((e) => has(/^cookie$/i)(e.requestHeaders)).length,
    answers: raw.exchanges.filter((e) => has(/^set-cookie$/i)(e.responseHeaders)).length,
    bodies: [],
    leftOut: [],
  };
  const exchanges = raw.exchanges.map((e) => {
    const kept = bodiesWithout(e, keys, raw.limits.body_bytes);
    if (kept !== e) withheld.bodies.push(e.id);
    return { ...kept, requestHeaders: withoutKeys(kept.requestHeaders), responseHeaders: withoutKeys(kept.responseHeaders) };
  });
  const inPage = readdirSync(rawDir)
    .filter((name) => /^dom.*\.html$/.test(name))
    .map((name) => fileWithout(join(rawDir, name), keys));
  if (withheld.bodies.length > 0 || inPage.some((places) => places > 0)) {
    withheld.leftOut = WHOLE_PAGE.filter((name) => readdirSync(rawDir).includes(name));
    for (const name of withheld.leftOut) rmSync(join(rawDir, name));
  }
  // what the house says of itself holds none of them
  const { order, house, browser, visitor, limits, machine, ...ofThePage } = raw;
  return { order, house, browser, visitor, limits, machine, ...recordWithout({ ...ofThePage, exchanges }, keys), withheld };
}

function fileWithout(path: string, keys: readonly string[]): number {
  const bytes = readFileSync(path);
  const places = overwrite(bytes, keys);
  if (places > 0) writeFileSync(path, bytes);
  return places;
}

/** The exchange as it was, or one whose bodies hold no key any more. */
function bodiesWithout(e: Exchange, keys: readonly string[], most: number): Exchange {
  const sent = e.requestBody ? fileWithout(e.requestBody, keys) : 0;
  const same = sent > 0 ? { ...e } : e;
  if (!e.body || MEDIA.test(valueOf(e.responseHeaders, 'content-type'))) return same;
  const came = readFileSync(e.body);
  const coding = valueOf(e.responseHeaders, 'content-encoding').trim().toLowerCase();
  const bytes = decodedBy(coding, came, most);
  const places = overwrite(bytes, keys);
  if (places === 0) return same;
  writeFileSync(e.body, bytes);
  return {
    ...e,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    responseHeaders:
      bytes === came
        ? e.responseHeaders
        : e.responseHeaders.map((h, i) => (i % 2 === 0 && OF_THE_BODY.test(h) ? `X-Archive-Orig-${h}` : h)),
    asItCame: { sha256: e.sha256, bytes: e.bytes, coding: bytes === came ? 'identity' : coding, places },
  };
}
function decodedBy(coding: string, bytes: Buffer, most: number): Buffer {
  try {
    return DECODE[coding]?.(bytes, { maxOutputLength: most }) ?? bytes;
  } catch {
    return bytes; // broken, or a bomb: no page read it either
  }
}
