import { isWhole, askAs } from '../keep-media.js';
import { valueOf, type Exchange } from '../exchange.js';
import type { Guard } from '../guard.js';
import { lastAnswer } from '../redirects.js';
import type { Piece } from './stream.js';

/** Bytes that came: of one exchange, from its first to its last of these. */
export interface Came {
  exchange: Exchange;
  first: number;
  bytes: number;
}
export type Fetched = { piece: Piece; came: Came | null; refused: boolean; says: string | null };
/** What is needed to ask for more, and until when. */
export interface Asking {
  guard: Guard;
  page: string;
  redirects: number;
  until: number;
}
const AT_ONCE = 4;

/** All pieces in their order, some at once, each through the guard; what the browser already had is not asked for again. Ends in time, whatever comes. */
export async function fetchPieces(asking: Asking, pieces: Piece[], mostBytes: number): Promise<Fetched[]> {
  const fetched: Fetched[] = pieces.map((piece) => ({ piece, came: null, refused: false, says: 'its time was up' }));
  let [next, bytes] = [0, 0];
  const lane = async (): Promise<void> => {
    while (next < pieces.length && Date.now() < asking.until) {
      const entry = fetched[next++];
      if (bytes > mostBytes) {
        entry.says = `the film has more than ${mostBytes} bytes`;
        continue;
      }
      const got = await fetchPiece(asking, entry.piece.url, entry.piece.range);
      Object.assign(entry, got);
      bytes += got.came?.bytes ?? 0;
    }
  };
  await inTime(asking.until, Promise.all(Array.from({ length: AT_ONCE }, lane)));
  return fetched.map((entry) => ({ ...entry })); // what comes later changes nothing any more
}

export async function fetchPiece(asking: Asking, url: string, range: Piece['range']): Promise<Omit<Fetched, 'piece'>> {
  const { guard, page, redirects } = asking;
  const before = recorded(guard.exchanges, url, range, redirects);
  if (before) return { came: before, refused: false, says: null };
  const answer = await inTime(asking.until, askAs(guard, url, page, redirects, range)).catch((error: Error) => error.message);
  if (answer === null || typeof answer === 'string') return { came: null, refused: false, says: answer ?? 'its time was up' };
  const came = cameBy(answer, range);
  if (came) return { came, refused: false, says: null };
  const refused = answer.fault?.kind === 'denied' || (answer.status !== null && answer.status >= 400);
  return { came: null, refused, says: answer.fault?.says ?? `the answer was ${answer.status}` };
}

function recorded(exchanges: readonly Exchange[], url: string, range: Piece['range'], redirects: number): Came | null {
  const target = lastAnswer(exchanges, url, redirects)?.url ?? url;
  for (const exchange of exchanges) {
    const came = exchange.url === target ? cameBy(exchange, range) : null;
    if (came) return came;
  }
  return null;
}

/** The bytes of a range by an answer that brought exactly them, or the whole file. */
export function cameBy(e: Exchange, range: Piece['range']): Came | null {
  if (!e.body) return null;
  if (range === null) return isWhole(e) && e.bytes > 0 ? { exchange: e, first: 0, bytes: e.bytes } : null;
  const bytes = range[1] - range[0] + 1;
  if (isWhole(e)) return e.bytes > range[1] ? { exchange: e, first: range[0], bytes } : null;
  const [, first, last] = /^bytes (\d{1,15})-(\d{1,15})\//.exec(valueOf(e.responseHeaders, 'content-range')) ?? [];
  if (e.fault || !e.endedAt || e.status !== 206 || e.bytes !== Number(last) - Number(first) + 1) return null;
  return Number(first) <= range[0] && Number(last) >= range[1] ? { exchange: e, first: range[0] - Number(first), bytes } : null;
}

/** The answer, or null when the time is up first; what still comes then is cut when the capture ends. */
export async function inTime<T>(until: number, asked: Promise<T>): Promise<T | null> {
  asked.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((r) => {
    timer = setTimeout(() => r(null), Math.max(0, until - Date.now()));
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
