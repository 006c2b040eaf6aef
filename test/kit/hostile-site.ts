import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer as createHttps } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { Authority } from '../../src/crawl/engine/authority.js';

export interface HostileSite {
  /** two hosts over TLS, whose certificates nobody vouches for */
  real: { host: string; asked: string[] };
  evil: { host: string; asked: string[] };
  /** answers the bytes it is told to */
  raw: { host: string };
  /** what came by UDP */
  heard: { port: number; packets: number };
  allow: string[];
  close(): void;
}
const article = (author: string, text: string) =>
  `<!doctype html><meta charset="utf-8"><title>Bài</title><article data-post="1"><a class="author">${author}</a><div class="text">${text}</div></article>`;

export const RAW: Record<string, string> = {
  '/p/line-feeds': `HTTP/1.1 200 OK\nContent-Type: text/html\n\n${article('Dòng lạ', 'Chữ sau những dòng lạ')}`,
  '/p/odd-header': `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nno colon here\r\n\r\n${article('Đầu lạ', 'Chữ sau dòng đầu lạ')}`,
  '/p/upgraded': 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
};
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Servers that lie about who they are, about how they answer, and listen for what goes past the guard. */
export async function openHostileSite(): Promise<HostileSite> {
  const authority = await Authority.make();
  const overTls = async (name: string, author: string) => {
    const asked: string[] = [];
    const server = createHttps(
      { SNICallback: (host, done) => void authority.context(host).then((context) => done(null, context), done) },
      (request, response) => {
        asked.push(request.url ?? '');
        response.setHeader('content-type', 'text/html; charset=utf-8');
        if (request.url === '/p/gone') response.writeHead(404);
        response.end(request.url === '/p/gone' ? 'Không tìm thấy' : article(author, `Chữ của ${author}`));
      },
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return { server, asked, host: `${name}:${portOf(server)}` };
  };
  const [real, evil] = [await overTls('world.localhost', 'Báo Thật'), await overTls('evil.localhost', 'Báo Giả')];
  const raw = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (asked) => {
      const path = /^\S+ (\S+)/.exec(asked.toString('latin1'))?.[1] ?? '';
      socket.end(RAW[path] ?? 'HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
    });
  });
  await once(raw.listen(0, '127.0.0.1'), 'listening');
  const udp = createSocket('udp4');
  const heard = { port: 0, packets: 0 };
  udp.on('message', () => heard.packets++);
  await once(udp.bind(0, '127.0.0.1'), 'listening');
  heard.port = udp.address().port;
  const rawHost = `world.localhost:${portOf(raw)}`;
  return {
    real,
    evil,
    raw: { host: rawHost },
    heard,
    allow: [real.host, evil.host, rawHost],
    close: () => {
      for (const server of [real.server, evil.server]) {
        server.closeAllConnections();
        server.close();
      }
      raw.close();
      udp.close();
    },
  };
}
