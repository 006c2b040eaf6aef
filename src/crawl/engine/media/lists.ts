import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { valueOf, type Exchange } from '../exchange.js';
import { askAs, isWhole } from '../keep-media.js';
import { headOf } from './fragment.js';
import { isDash } from './dash.js';
import { inTime, type Asking } from './fetch-pieces.js';
import { hlsTracks, isHls, isMaster } from './hls.js';

/** A list of segments or of lists, as it came. */
export interface List {
  url: string;
  text: string;
  exchange: number;
}
const NO_LIST =
  /^(image|font|video\/(mp4|webm)|audio\/(mp4|mpeg|webm|ogg)|text\/(html|css|javascript)|application\/(javascript|json|wasm))/i;
const NAMED = /https?:(?:\\?\/){2}[^\s"'<>\\]{1,300}(?:\\\/[^\s"'<>\\]{1,300}){0,30}/g;

/** What an answer says, opened as it was packed, if it is no longer than `most`. */
export function textOf(e: Exchange, most: number): string | null {
  if ((e.status !== 200 && !isWhole(e)) || e.fault || !e.endedAt || !e.body || e.bytes === 0 || e.bytes > most) return null;
  const bytes = readFileSync(e.body);
  const open = { gzip: gunzipSync, 'x-gzip': gunzipSync, br: brotliDecompressSync, deflate: inflateSync }[
    valueOf(e.responseHeaders, 'content-encoding').toLowerCase()
  ];
  try {
    return (open ? open(bytes, { maxOutputLength: most }) : bytes).toString('utf8');
  } catch {
    return null;
  }
}
/** By its first bytes, where they tell; what is packed must be opened. */
function mayBeList({ body, responseHeaders }: Exchange): boolean {
  if (!body || valueOf(responseHeaders, 'content-encoding') !== '') return true;
  const head = headOf(body, 16)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return head === '' || head.startsWith('#EXTM3U') || head.startsWith('<');
}
const listOf = (e: Exchange, most: number): List | null => {
  if (!mayBeList(e)) return null;
  const text = textOf(e, most);
  return text !== null && (isHls(text) || isDash(text)) ? { url: e.url, text, exchange: e.id } : null;
};

/** The lists that the page itself fetched, by their content; those that another one leads to are left to it. */
export function listsCarried(exchanges: readonly Exchange[], most: number): List[] {
  const found = new Map<string, List>();
  for (const e of exchanges) {
    if (NO_LIST.test(valueOf(e.responseHeaders, 'content-type'))) continue;
    const list = listOf(e, most);
    if (list) found.set(e.url, list); // the last: a list of what goes on is fetched again and again
  }
  const lists = [...found.values()];
  const ledTo = new Set(lists.filter((l) => isMaster(l.text)).flatMap((l) => quietly(() => hlsTracks(l.text, l.url).map((t) => t.url))));
  return lists.filter((l) => !ledTo.has(l.url));
}
const quietly = (read: () => string[]): string[] => {
  try {
    return read();
  } catch {
    return [];
  }
};

/** Addresses of lists that a page's text names, in a player's settings for one. */
export function listsNamed(text: string, most: number): string[] {
  const found = new Set<string>();
  for (const [said] of text.matchAll(NAMED)) {
    const url = said.replaceAll('\\/', '/');
    if (/\.(m3u8|mpd)(\?|$)/i.test(url) && URL.canParse(url)) found.add(new URL(url).href);
    if (found.size >= most) break;
  }
  return [...found];
}

/** A list by its address: as the page fetched it, else asked for. Answers in words why there is none. */
export async function readList(asking: Asking, url: string, most: number): Promise<List | { says: string; refused: boolean }> {
  const had = asking.guard.exchanges.findLast((e) => e.url === url && e.method === 'GET' && listOf(e, most) !== null);
  const answer = had ?? (await inTime(asking.until, askAs(asking.guard, url, asking.page, asking.redirects)).catch(() => null));
  if (!answer) return { says: `the list ${url.slice(0, 200)} did not come in time`, refused: false };
  const refused = answer.fault?.kind === 'denied' || (answer.status !== null && answer.status >= 400);
  const why = answer.fault?.says ?? (answer.status === 200 ? 'what came is no list, or too long a one' : `the answer was ${answer.status}`);
  return listOf(answer, most) ?? { says: `the list ${url.slice(0, 200)}: ${why}`, refused };
}
