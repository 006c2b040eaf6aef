import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueOf, type Exchange } from './exchange.js';
import type { Subtitles } from './media/film.js';
import { plainOf } from './plain-of.js';
import type { RawCapture } from './raw.js';
import { keysAmong, overwrite, recordWithout, sentKeys, withoutKeys } from './withheld.js';

/** What of a signed-in visit is not handed over, so that a package opens no account. */
export interface Withheld {
  /** how many requests bore cookies, and how many answers set some; of none of them a value is kept */
  requests: number;
  answers: number;
  /** exchanges of which a body held such a value: it is overwritten there */
  bodies: number[];
  /** exchanges whose body is not kept, as nobody can say what it holds */
  bodiesLeftOut: number[];
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
/** in which a text stands as a picture of it alone, if at all */
const NO_TEXT = /^(image\/(png|jpe?g|gif|webp|avif|bmp|heic|jxl|tiff|(x-|vnd\.microsoft\.)icon)|(video|audio|font)\/.*)$/i;
const OF_THE_BODY = /^content-(encoding|length)$/i;
/** made by the browser of the whole page, in forms in which no bytes can be overwritten */
const WHOLE_PAGE = ['page.mhtml', 'page.pdf'];

/** Takes every value that would open an account at these hosts out of a raw folder before anything of it leaves this process. */
export function withhold(raw: RawCapture, rawDir: string, cookies: readonly string[], hosts: readonly string[]): RawCapture {
  const keys = keysAmong([...cookies, ...sentKeys(raw.exchanges, hosts)]);
  const has = (name: RegExp) => (flat: string[]) => flat.some((h, i) => i % 2 === 0 && name.test(h));
  const withheld: Withheld = {
    requests: raw.exchanges.filter((e) => has(/^cookie$/i)(e.requestHeaders)).length,
    answers: raw.exchanges.filter((e) => has(/^set-cookie$/i)(e.responseHeaders)).length,
    bodies: [],
    bodiesLeftOut: [],
    leftOut: [],
  };
  const room = { left: raw.limits.total_bytes, most: raw.limits.body_bytes };
  const exchanges = raw.exchanges.map((e) => {
    const kept = bodiesWithout(e, keys, room);
    if (kept !== e) (kept.body === e.body ? withheld.bodies : withheld.bodiesLeftOut).push(e.id);
    return { ...kept, requestHeaders: withoutKeys(kept.requestHeaders), responseHeaders: withoutKeys(kept.responseHeaders) };
  });
  for (const { id, socket } of exchanges)
    if (socket && existsSync(join(rawDir, socket.file)) && fileWithout(join(rawDir, socket.file), keys) > 0) withheld.bodies.push(id);
  const inPage = readdirSync(rawDir)
    .filter((name) => /^dom.*\.html$/.test(name))
    .map((name) => fileWithout(join(rawDir, name), keys));
  if (withheld.bodies.length > 0 || inPage.some((places) => places > 0)) {
    withheld.leftOut = WHOLE_PAGE.filter((name) => readdirSync(rawDir).includes(name));
    for (const name of withheld.leftOut) rmSync(join(rawDir, name));
  }
  const subtitles = raw.subtitles.map((s) => subtitlesWithout(s, rawDir, keys));
  // what the house says of itself holds none of them
  const { order, house, browser, visitor, limits, machine, ...ofThePage } = raw;
  return { order, house, browser, visitor, limits, machine, ...recordWithout({ ...ofThePage, exchanges, subtitles }, keys), withheld };
}

/** Left out whole where they hold a key: they name the hashes of the pieces that they were joined from. */
function subtitlesWithout(s: Subtitles, rawDir: string, keys: readonly string[]): Subtitles {
  if (s.file === null || fileWithout(join(rawDir, 'films', s.file), keys) === 0) return s;
  rmSync(join(rawDir, 'films', s.file));
  return {
    ...s,
    file: null,
    bytes: 0,
    sha256: null,
    state: 'lost',
    says: [...s.says, 'they are withheld: they held what opens an account'],
  };
}

function fileWithout(path: string, keys: readonly string[]): number {
  const bytes = readFileSync(path);
  const places = overwrite(bytes, keys);
  if (places > 0) writeFileSync(path, bytes);
  return places;
}

/** The exchange as it was, or one whose bodies hold no key any more. */
function bodiesWithout(e: Exchange, keys: readonly string[], room: { left: number; most: number }): Exchange {
  const sent = e.requestBody ? fileWithout(e.requestBody, keys) : 0;
  const same = sent > 0 ? { ...e } : e;
  if (!e.body || NO_TEXT.test(valueOf(e.responseHeaders, 'content-type').split(';')[0].trim())) return same;
  const came = readFileSync(e.body);
  const coding = valueOf(e.responseHeaders, 'content-encoding').trim().toLowerCase();
  const bytes = plainOf(came, coding, Math.min(room.left, room.most));
  if (bytes === null) return notKept(e, coding);
  if (bytes !== came) room.left -= bytes.length; // together no more is unpacked than a capture may hold
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
/** Nobody can say what it holds. */
function notKept(e: Exchange, coding: string): Exchange {
  rmSync(e.body!);
  return {
    ...e,
    body: null,
    bytes: 0,
    sha256: null,
    fault: e.fault ?? { kind: 'cut', says: `it is withheld: its coding (${coding.slice(0, 40)}) could not be taken off` },
    asItCame: { sha256: e.sha256, bytes: e.bytes, coding, places: 0 },
  };
}
