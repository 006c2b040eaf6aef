import { readFileSync, statSync } from 'node:fs';
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

const MOST_READ = 20_000_000;

/** Texts of one capture, one after the other and so much of them in all: an answer of some bytes may open to millions. */
export class Reading {
  private left = MOST_READ;
  /** texts that were not opened any more */
  passed = 0;
  constructor(private readonly most: number) {}

  text(e: Exchange): string | null {
    if (!isReadable(e, this.most)) return null;
    if (this.left <= 0) {
      this.passed++;
      return null;
    }
    const most = Math.min(this.most, this.left);
    const text = textOf(e, most);
    this.left -= text?.length ?? most;
    return text;
  }
  /** The beginning of a file of ours. */
  file(path: string): string {
    const text = headOf(path, Math.min(this.left, statSync(path).size)).toString('utf8');
    this.left -= text.length;
    return text;
  }
}
const isReadable = (e: Exchange, most: number): boolean =>
  (e.status === 200 || isWhole(e)) && !e.fault && e.endedAt !== null && e.body !== null && e.bytes > 0 && e.bytes <= most;

/** What an answer says, opened as it was packed, if it is no longer than `most`. */
function textOf(e: Exchange, most: number): string | null {
  if (!isReadable(e, most)) return null;
  const bytes = readFileSync(e.body!);
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
const listOf = (e: Exchange, read: (e: Exchange) => string | null): List | null => {
  const text = mayBeList(e) ? read(e) : null;
  return text !== null && (isHls(text) || isDash(text)) ? { url: e.url, text, exchange: e.id } : null;
};

/** The lists that the page itself fetched, by their content, so many and no more; those that another one leads to are left to it. */
export function listsCarried(exchanges: readonly Exchange[], reading: Reading, wanted: number): List[] {
  const latest = new Map<string, Exchange>(); // a list of what goes on is fetched again and again
  for (const e of exchanges) if (isReadable(e, Infinity) && !NO_LIST.test(valueOf(e.responseHeaders, 'content-type'))) latest.set(e.url, e);
  const ledTo = new Set<string>();
  let lists: List[] = [];
  for (const e of latest.values()) {
    if (lists.length >= wanted) break;
    const list = ledTo.has(e.url) ? null : listOf(e, (one) => reading.text(one));
    if (!list) continue;
    if (isMaster(list.text)) for (const url of quietly(() => hlsTracks(list.text, list.url).map((t) => t.url))) ledTo.add(url);
    lists = [...lists, list].filter((l) => !ledTo.has(l.url));
  }
  return lists;
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

const LAST = 3;
/** A list by its address: as the page fetched it, else asked for. Answers in words why there is none. */
export async function readList(asking: Asking, url: string, most: number): Promise<List | { says: string; refused: boolean }> {
  const read = (e: Exchange): string | null => textOf(e, most);
  const before = asking.guard.exchanges.filter((e) => e.url === url && e.method === 'GET').slice(-LAST);
  for (const e of before.reverse()) {
    const list = listOf(e, read);
    if (list) return list;
  }
  const answer = await inTime(asking.until, askAs(asking.guard, url, asking.page, asking.redirects)).catch(() => null);
  if (!answer) return { says: `the list ${url.slice(0, 200)} did not come in time`, refused: false };
  const refused = answer.fault?.kind === 'denied' || (answer.status !== null && answer.status >= 400);
  const why = answer.fault?.says ?? (answer.status === 200 ? 'what came is no list, or too long a one' : `the answer was ${answer.status}`);
  return listOf(answer, read) ?? { says: `the list ${url.slice(0, 200)}: ${why}`, refused };
}
