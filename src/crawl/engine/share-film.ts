import { open } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { valueOf, type Exchange } from './exchange.js';
import { taken } from './feed.js';
import type { Asked } from './outgoing.js';
import { lastAnswer } from './redirects.js';

const PART = 262_144;
const POLL = 50;
const FLOWING = /^(video|audio)\//i;
export const flows = ({ responseHeaders }: Exchange): boolean => FLOWING.test(valueOf(responseHeaders, 'content-type'));

/** What was asked for first; what the site says to robots may have been asked for before. */
const opened = (exchanges: readonly Exchange[]): string => (exchanges.find((e) => !e.url.endsWith('/robots.txt')) ?? exchanges[0]).url;

/** Is this the film that was opened itself, in place of a page? */
export const isOpened = (exchange: Exchange, exchanges: readonly Exchange[], redirects: number): boolean =>
  exchange.status === 200 &&
  flows(exchange) &&
  !valueOf(exchange.responseHeaders, 'content-encoding') &&
  lastAnswer(exchanges, opened(exchanges), redirects)?.id === exchange.id;

/** The film that was opened and comes already: the browser leaves it as a page and asks for it once more, whole, to play it. */
export const comingFilm = ({ url, method, headers }: Asked, exchanges: readonly Exchange[], redirects: number): Exchange | undefined =>
  method === 'GET' && valueOf(headers, 'range') === 'bytes=0-'
    ? exchanges.find((e) => e.url === url && !e.fault && isOpened(e, exchanges, redirects))
    : undefined;

/** Gives the browser what came and what comes of it; its server is asked once. */
export async function shareFilm(exchange: Exchange, response: ServerResponse): Promise<void> {
  const file = await open(exchange.body!, 'r');
  try {
    const type = valueOf(exchange.responseHeaders, 'content-type');
    const length = valueOf(exchange.responseHeaders, 'content-length');
    response.writeHead(200, { 'content-type': type, ...(length ? { 'content-length': length } : {}) });
    for (let at = 0; !response.destroyed;) {
      const ended = exchange.endedAt !== null;
      const { buffer, bytesRead } = await file.read(Buffer.alloc(PART), 0, PART, at);
      if (bytesRead === 0 && ended) break;
      if (bytesRead === 0) await pause(POLL);
      else if (!response.write(buffer.subarray(0, bytesRead))) await taken(response);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
  if (exchange.fault) response.destroy();
  else response.end();
}
