import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { newExchange, type Exchange, type Fault } from './exchange.js';
import { keepBody, keepBytes } from './keep-body.js';
import { keepSocket } from './keep-socket.js';
import { keepSent } from './keep-sent.js';
import type { Limits } from './limits.js';
import { send, tlsFacts, Unreadable, type Asked } from './outgoing.js';
import { comingFilm, flows, isOpened, shareFilm } from './share-film.js';
import { DIRECT, type Route } from './way-out.js';
import { Denied, resolvePublic } from './resolve.js';

export const BROWSER_LEFT = 'the browser closed the connection';
const SWITCHED = 101;
const CLOSE_MS = 2_000;
/** so long an open WebSocket is waited for as a request is: what it brings later may go on for ever */
const SOCKET_MS = 3_000;

/** Where the record goes, what private targets are opened, by which way it leaves. */
export interface Ordered {
  rawDir: string;
  allow: readonly string[];
  route?: Route;
  /** the session that it bears, if any */
  profile?: object | null;
}

/** Egress guard and recorder in one: every request of a capture passes here, checked before it leaves; what comes is kept as it came. */
export class Guard {
  /** requests of the page, those beyond the limit included */
  asked = 0;
  readonly exchanges: Exchange[] = [];
  lastActivity = Date.now();
  private readonly running = new Map<Exchange, { stop: (fault: Fault | null) => void; ended: Promise<void> }>();
  /** bytes of all bodies so far */
  received = 0;
  private sent = 0;
  private bySockets = 0;
  private closed = false;

  private order: Ordered | null = null;

  constructor(private readonly limits: Limits) {}

  /** Nothing passes before: a browser may stand ready long before anybody knows for what. */
  begin(order: Ordered): void {
    this.order = order;
    this.lastActivity = Date.now();
  }
  get begun(): boolean {
    return this.order !== null;
  }

  /** Something is under way that may still change the page; a film that flows does not. */
  get busy(): boolean {
    return [...this.running.keys()].some((e) => !isFlowing(e));
  }

  /** Fetches from an address that was checked and pinned; `response` is the browser's, if it was the browser who asked. */
  fetch(asked: Asked, response: ServerResponse | null = null): Promise<Exchange> {
    if (this.closed) return Promise.reject(new Error('the capture has ended'));
    if (!this.order) return Promise.reject(new Error('the capture has not begun'));
    const { order } = this;
    const coming = response && comingFilm(asked, this.exchanges, this.limits.redirects);
    if (coming) return shareFilm(coming, response).then(() => coming);
    const exchange = this.record(asked);
    const stopping = new AbortController();
    const stop = (fault: Fault | null) => {
      exchange.fault ??= fault;
      stopping.abort();
    };
    response?.once('close', () => {
      if (!exchange.endedAt && !isOpened(exchange, this.exchanges, this.limits.redirects)) stop({ kind: 'cut', says: BROWSER_LEFT });
    });
    const ended = this.perform(exchange, order, asked, response, stopping.signal)
      .catch((error: Error) => refuse(exchange, { kind: error instanceof Denied ? 'denied' : 'failed', says: error.message }, response))
      .finally(() => {
        exchange.endedAt ??= new Date().toISOString();
        this.running.delete(exchange);
        this.stir(exchange);
      });
    this.running.set(exchange, { stop, ended });
    return ended.then(() => exchange);
  }
  /** Waits for what is already on its way from an address. */
  async ended(url: string): Promise<void> {
    await Promise.all([...this.running].filter(([e]) => e.url === url).map(([, { ended }]) => ended));
  }
  /** What is not asked at all, but goes on record. */
  deny(asked: Asked, says: string): void {
    if (this.order) refuse(this.record(asked), { kind: 'denied', says }, null);
  }
  /** Ends what still runs and waits until it is on disk. */
  async close(): Promise<void> {
    this.closed = true;
    const running = [...this.running.values()];
    for (const [e, { stop }] of this.running) stop(e.socket ? null : { kind: 'cut', says: 'it was still coming when the capture ended' });
    const late = new Promise((r) => {
      setTimeout(r, CLOSE_MS).unref();
    });
    await Promise.race([Promise.all(running.map((r) => r.ended)), late]);
  }

  private record({ url, method, headers }: Asked): Exchange {
    const exchange = newExchange(++this.asked, url, method, headers);
    // what comes beyond the limit is refused and counted, not kept: a hostile page must not fill the record
    if (exchange.id <= this.limits.requests + 1) this.exchanges.push(exchange);
    this.lastActivity = Date.now();
    return exchange;
  }

  private async perform(
    exchange: Exchange,
    { rawDir, allow, route = DIRECT, profile = null }: Ordered,
    asked: Asked,
    response: ServerResponse | null,
    signal: AbortSignal,
  ): Promise<void> {
    if (exchange.id > this.limits.requests)
      return refuse(exchange, { kind: 'cut', says: `more than ${this.limits.requests} requests` }, response);
    if (asked.browser && this.bySockets > this.limits.socket_bytes) return refuse(exchange, this.fullSockets, response);
    const url = new URL(asked.browser ? exchange.url.replace(/^ws/, 'http') : exchange.url);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Denied(`${url.protocol} is not fetched`);
    exchange.port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    const { pinned, answers } = await resolvePublic(url.hostname, exchange.port, allow);
    Object.assign(exchange, { ip: pinned, dns: answers });
    const kept = join(rawDir, `body-${exchange.id}`);
    const body = asked.body && keepSent(asked.body, exchange, join(rawDir, `sent-${exchange.id}`), (bytes) => this.overSent(bytes));
    const answer = await send(url, exchange, body, this.limits.upstream_seconds, signal, {
      ...route,
      vouched: profile !== null,
      upgrade: asked.browser !== undefined,
    }).catch(async (error: unknown) => {
      if (error instanceof Unreadable) await keepBytes(error.bytes, exchange, kept);
      throw error;
    });
    if (url.protocol === 'https:') exchange.tls = tlsFacts(answer);
    Object.assign(exchange, {
      status: answer.statusCode,
      statusText: answer.statusMessage ?? '',
      httpVersion: answer.httpVersion,
      responseHeaders: answer.rawHeaders,
      answeredAt: new Date().toISOString(),
      body: answer.statusCode === SWITCHED ? null : kept,
    });
    if (answer.statusCode === SWITCHED) {
      const over = { received: (bytes: number) => this.overSockets(exchange, bytes), sent: (bytes: number) => this.overSent(bytes) };
      return keepSocket(answer, asked.browser!, exchange, join(rawDir, `websocket-${exchange.id}.jsonl`), over, signal);
    }
    await keepBody(answer, exchange, response, (bytes) => this.overReceived(exchange, bytes), this.limits.body_bytes);
  }

  private overReceived(exchange: Exchange, bytes: number): string | null {
    this.received += bytes;
    this.stir(exchange);
    if (exchange.bytes > this.limits.body_bytes) return `a body of more than ${this.limits.body_bytes} bytes`;
    return this.received > this.limits.total_bytes ? `more than ${this.limits.total_bytes} bytes in all` : null;
  }
  private overSockets(exchange: Exchange, bytes: number): string | null {
    this.bySockets += bytes;
    this.stir(exchange);
    return this.bySockets > this.limits.socket_bytes ? this.fullSockets.says : null;
  }
  private get fullSockets(): Fault {
    return { kind: 'cut', says: `more than ${this.limits.socket_bytes} bytes came by WebSockets` };
  }
  private overSent(bytes: number): string | null {
    this.sent += bytes;
    return this.sent > this.limits.sent_bytes ? `more than ${this.limits.sent_bytes} bytes were sent in all` : null;
  }
  private stir(exchange: Exchange): void {
    if (!isFlowing(exchange)) this.lastActivity = Date.now();
  }
}

const isFlowing = (exchange: Exchange): boolean =>
  exchange.socket ? Date.now() - Date.parse(exchange.answeredAt!) > SOCKET_MS : flows(exchange);

function refuse(exchange: Exchange, fault: Fault, response: ServerResponse | null): void {
  exchange.fault ??= fault;
  exchange.endedAt ??= new Date().toISOString();
  if (response && !response.headersSent)
    response.writeHead(fault.kind === 'denied' ? 403 : 502, { 'content-length': 0, 'x-capture-refused': fault.kind }).end();
  else response?.destroy();
}
