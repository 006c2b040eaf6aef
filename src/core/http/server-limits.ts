import type { IncomingMessage, Server } from 'node:http';

interface Waits {
  /** a request must have come by then */
  body: number;
  /** … and one that carries a film */
  film: number;
}
const WAITS: Waits = { body: 120_000, film: 1_800_000 };
/** The one address to which more than a picture is sent. */
const CARRIES_FILM = /^\/api\/cases\/[^/?]+\/files\/?(\?|$)/i;

/** How long a connection may keep the server waiting. Longer than a slow phone needs for one picture, or a slow line for one film, shorter than a crowd of silent connections would like. */
export function limitServer(server: Server, { body, film }: Waits = WAITS): void {
  server.headersTimeout = Math.min(15_000, body);
  server.requestTimeout = film;
  server.keepAliveTimeout = 65_000; // longer than the reverse proxies' usual 60 s, so that the proxy closes first
  server.maxHeadersCount = 100;
  server.on('request', (request: IncomingMessage) => {
    const carries = request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
    if (!carries || (request.method === 'POST' && CARRIES_FILM.test(request.url ?? ''))) return;
    const timer = setTimeout(() => {
      if (!request.complete) request.destroy();
    }, body).unref();
    request.once('close', () => clearTimeout(timer));
  });
}
