import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { Authority } from '../../src/crawl/engine/authority.js';

const ACCEPTS = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const page = (
  address: string,
) => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tin trực tiếp</title><article data-post="1"><a class="author">Kênh Trực Tiếp</a><div class="text"></div></article>
<script>const w = new WebSocket(${address}); w.onopen = () => w.send('xin tin phường 5'); w.onmessage = (e) => { if (e.data.length > 1000) return; const p = document.createElement('p'); p.textContent = typeof e.data === 'string' ? e.data : 'nhị phân'; document.querySelector('.text').append(p) }</script></html>`;

export interface SocketSite {
  /** pages whose words come by a WebSocket, without TLS and with it */
  plain: string;
  secure: string;
  allow: string[];
  asked: { url: string; headers: IncomingMessage['headers'] }[];
  close(): void;
}
const frame = (opcode: number, payload: Buffer): Buffer => {
  const length = payload.length < 126 ? [payload.length] : [126, payload.length >> 8, payload.length & 255];
  return Buffer.concat([Buffer.from([0x80 | opcode, ...length]), payload]);
};
const text = (words: string) => frame(1, Buffer.from(words));

/** `/tin` says two lines, the second a moment later; `/lu` floods; `/cam` refuses. */
function speak(path: string, socket: Socket): void {
  if (path === '/lu') {
    const more = () =>
      void (socket.destroyed || (socket.write(text('z'.repeat(60_000))) ? setImmediate(more) : socket.once('drain', more)));
    return more();
  }
  socket.write(text('Đường Lê Văn Lương kẹt cứng.'));
  setTimeout(() => {
    socket.write(Buffer.concat([text('Dòng hai đến sau.'), frame(2, Buffer.from([0, 255, 7]))]));
  }, 1_500);
}

/** Pages that are empty but for what a WebSocket brings. */
export async function openSocketSite(): Promise<SocketSite> {
  const authority = await Authority.make();
  const asked: SocketSite['asked'] = [];
  const opened = new Set<Socket>();
  const open = async (server: Server): Promise<string> => {
    server.on('connection', (socket: Socket) => opened.add(socket.on('error', () => undefined)));
    server.on('upgrade', ({ url = '', headers }: IncomingMessage, socket: Socket) => {
      opened.add(socket.on('error', () => undefined));
      asked.push({ url, headers });
      if (url === '/cam') return void socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 3\r\n\r\ncam');
      const accept = createHash('sha1').update(`${headers['sec-websocket-key']}${ACCEPTS}`).digest('base64');
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      );
      speak(url, socket);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return `world.localhost:${(server.address() as AddressInfo).port}`;
  };
  const answer = ({ url = '' }: IncomingMessage, response: { setHeader(n: string, v: string): unknown; end(body: string): unknown }) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page(`location.origin.replace('http', 'ws') + '${url.replace(/^\/p/, '')}'`));
  };
  const SNICallback = (host: string, done: (error: Error | null, context?: never) => void) =>
    void authority.context(host).then((context) => done(null, context as never), done);
  const servers = [createServer(answer), createHttps({ SNICallback }, answer) as unknown as Server];
  const [plain, secure] = await Promise.all(servers.map(open));
  return {
    plain: `http://${plain}`,
    secure: `https://${secure}`,
    allow: [plain, secure],
    asked,
    close: () => {
      for (const socket of opened) socket.destroy();
      for (const server of servers) server.close();
    },
  };
}
