import type { Server } from 'node:http';

/** How long a connection may keep the server waiting. Longer than a slow phone needs for one picture, shorter than a crowd of silent connections would like. */
export function limitServer(server: Server): void {
  server.headersTimeout = 15_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 65_000; // longer than the reverse proxies' usual 60 s, so that the proxy closes first
  server.maxHeadersCount = 100;
}
