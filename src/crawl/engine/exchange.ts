import type { AsItCame } from './withhold.js';
import type { PartFacts } from './media/part-facts.js';
import type { Ground } from '../observations.repository.js';

/** One request of the browser and what came back, as received. Times are UTC; `body` is a file of the raw folder. */
/** the ground of a look that robots.txt forbade */
export const REFUSED_BY_ROBOTS = 'refused-by-robots';

export interface Exchange {
  id: number;
  url: string;
  method: string;
  startedAt: string;
  /** when the answer began */
  answeredAt: string | null;
  endedAt: string | null;
  requestHeaders: string[];
  /** what was sent along, as far as it was */
  requestBody: string | null;
  ip: string | null;
  port: number;
  dns: string[];
  tls: TlsFacts | null;
  status: number | null;
  statusText: string;
  httpVersion: string;
  responseHeaders: string[];
  body: string | null;
  bytes: number;
  sha256: string | null;
  /** why it is not whole; with bytes but without a status, what came was no answer that can be read */
  fault: Fault | null;
  /** of a WebSocket: what was said through it */
  socket?: SocketKept;
  /** it held what opens an account, and was changed */
  asItCame?: AsItCame;
}
/** How many messages a page sent by a WebSocket and got, and by which code it was closed; they stand in `file`. */
export interface SocketKept {
  file: string;
  sent: number;
  received: number;
  closed: number | null;
}
/** Denied by the guard, cut at a limit or by the browser, failed. */
export interface Fault {
  kind: 'denied' | 'cut' | 'failed';
  says: string;
}
export const newExchange = (id: number, url: string, method: string, requestHeaders: string[]): Exchange => ({
  ...{ id, url, method, startedAt: new Date().toISOString(), answeredAt: null, endedAt: null, requestHeaders, requestBody: null },
  ...{ ip: null, port: 0, dns: [], tls: null, status: null, statusText: '', httpVersion: '1.1', responseHeaders: [] },
  ...{ body: null, bytes: 0, sha256: null, fault: null },
});
/** A header of a flat list of names and values, named in lower case. */
export const valueOf = (raw: string[], name: string): string => {
  const i = raw.findIndex((h, at) => at % 2 === 0 && h.toLowerCase() === name);
  return i < 0 ? '' : raw[i + 1];
};
export interface TlsFacts {
  version: string | null;
  cipher: string;
  authorized: boolean;
  says: string | null;
  /** certificates as base64 of DER, the server's own first */
  chain: string[];
}

export type Outcome = 'complete' | 'partial' | 'gone' | 'blocked' | 'failed';
export type Observation = 'present' | 'gone' | 'private' | 'login-wall' | 'blocked-here' | 'robot-check' | 'fetch-failed' | 'unclear';
export interface CaptureFile {
  name: string;
  path: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  /** what it is of, when, how long, in which language */
  facts?: PartFacts;
}
export interface Route {
  /** direct, or the name of a proxy's route */
  via: string;
  /** one of config/visitors.yaml */
  visitor: string;
  userAgent: string;
}

/** What one capture came to. */
export interface CaptureResult {
  outcome: Outcome;
  observation: Observation;
  ground: Ground;
  platform: string;
  finalUrl: string;
  /** other addresses that the post proved to have */
  addresses: string[];
  title: string | null;
  author: string | null;
  handle: string | null;
  postedAt: string | null;
  text: string;
  files: CaptureFile[];
  startedAt: string;
  endedAt: string;
  route: Route;
  /** what was not got, and why */
  missing: string[];
}

/** Which hosts answered under a certificate that nobody vouches for, and why; each once. */
export const untrustedOf = (exchanges: readonly Exchange[]): string[] => [
  ...new Set(
    exchanges.flatMap(({ url, tls }) =>
      tls?.authorized === false ? [`${new URL(url).host}: its certificate is not trusted (${tls.says})`] : [],
    ),
  ),
];
/** The same on the way to the answer of a page, its redirects included. */
export const untrustedUpTo = (main: Exchange | undefined, exchanges: readonly Exchange[]): string | null =>
  (main && untrustedOf(exchanges.filter((e) => e.id <= main.id))[0]) ?? null;
