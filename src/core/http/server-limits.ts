import type { IncomingMessage, Server } from 'node:http';

interface Waits {
  /** a request must have come by then */
  body: number;
  /** … and one that was let in with a film */
  film: number;
}
const WAITS: Waits = { body: 120_000, film: 1_800_000 };
const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/** How long a connection may keep the server waiting. Longer than a slow phone needs for one picture, or a slow line for one film, shorter than a crowd of silent connections would like. */
export function limitServer(server: Server, { body, film }: Waits = WAITS): void {
  server.headersTimeout = Math.min(15_000, body);
  server.requestTimeout = film;
  server.keepAliveTimeout = 65_000; // longer than the reverse proxies' usual 60 s, so that the proxy closes first
  server.maxHeadersCount = 100;
  server.prependListener('request', (request: IncomingMessage) => {
    const carries = request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
    if (!carries) return;
    const timer = setTimeout(() => {
      if (!request.complete) request.destroy();
    }, body).unref();
    timers.set(request, timer);
    request.once('close', () => clearTimeout(timer));
  });
}
/** A request that was let in with a film has as long as a film may take. */
export function awaitFilm(request: IncomingMessage): void {
  clearTimeout(timers.get(request));
}
