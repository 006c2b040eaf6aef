import { createServer, ServerResponse, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Authority } from './authority.js';
import type { Guard } from './guard.js';
import { socketHeaders } from './keep-socket.js';
import { passedOn, type Asked } from './outgoing.js';
import { targetOf, tunnelTo } from './request-target.js';

const TLS_HANDSHAKE = 0x16;
/** with which every request of a WebSocket without TLS begins */
const LETTER_G = 0x47;
const NO_TLS = 'no TLS came through its tunnel';
const UNNAMED: Asked = { url: 'http://unnamed.invalid/', method: 'GET', headers: [] };
type Tunnel = Socket & { target?: string; plain?: true };

/** The proxy that the browser speaks to: it ends TLS, refuses what is no page's doing, and hands every request to the guard. */
export class Proxy {
  /** calls of the browser itself, refused */
  background = 0;
  private readonly server: Server;
  private readonly open = new Set<Socket>();

  constructor(
    private readonly authority: Authority,
    private readonly guard: Guard,
    private readonly ofBrowser: readonly string[],
  ) {
    this.server = createServer((request, response) => this.pass(request, response));
    this.server.on('connect', (request, socket: Socket) => void this.tunnel(request, socket));
    this.server.on('upgrade', (request, socket: Socket, head: Buffer) => this.upgrade(request, socket, head));
    this.server.on('connection', (socket) => {
      this.open.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => this.open.delete(socket));
    });
    this.server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
      const line = error.rawPacket?.toString('latin1').split('\r\n')[0].slice(0, 200);
      if (error.code?.startsWith('HPE_') && line) this.guard.deny(UNNAMED, `no request that can be read: ${line}`);
      socket.destroy();
    });
  }

  listen(): Promise<number> {
    return new Promise((done) => this.server.listen(0, '127.0.0.1', () => done((this.server.address() as AddressInfo).port)));
  }
  close(): void {
    for (const socket of this.open) socket.destroy();
    this.server.close();
  }

  private async tunnel(request: IncomingMessage, socket: Socket): Promise<void> {
    try {
      const target = (request.socket as Tunnel).target === undefined ? tunnelTo(request.url) : null; // none within another
      if (target === null) {
        this.guard.deny({ ...UNNAMED, method: 'CONNECT' }, `no tunnel: ${(request.url ?? '').slice(0, 200)}`);
        return void socket.destroy();
      }
      const secureContext = await this.authority.context(target.replace(/:\d+$/, ''));
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      const first = await firstByte(socket);
      if (first === LETTER_G) {
        this.server.emit('connection', Object.assign(socket, { target, plain: true as const }));
        return void socket.resume();
      }
      if (first !== TLS_HANDSHAKE) {
        // relays of media ask for tunnels too
        this.guard.deny({ url: `https://${target}/`, method: 'CONNECT', headers: [] }, NO_TLS);
        return void socket.destroy();
      }
      const inner: Tunnel = new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ['http/1.1'] });
      inner.target = target;
      inner.on('error', () => undefined);
      this.server.emit('connection', inner);
    } catch {
      socket.destroy();
    }
  }

  private pass(request: IncomingMessage, response: ServerResponse): void {
    if (!this.guard.begun || this.isOfBrowser(request)) {
      this.background++;
      return void response.writeHead(403).end();
    }
    const { asked, refused } = askedBy(request);
    const says = refused ?? ((request.socket as Tunnel).plain ? NO_TLS : null);
    if (says !== null) {
      this.guard.deny(asked, says);
      return void response.writeHead(403, { connection: 'close' }).end();
    }
    this.guard.fetch({ ...asked, body: request }, response).catch(() => response.destroy());
  }
  /** A WebSocket goes by the same guard; whatever else a connection would change to does not. */
  private upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const { asked, refused } = askedBy(request);
    const to = request.headers.upgrade ?? '';
    const says = refused ?? (/^websocket$/i.test(to) ? null : `no connection changes to ${to.slice(0, 100)}`);
    if (!this.guard.begun) this.background++;
    else if (says !== null) this.guard.deny(asked, says);
    if (!this.guard.begun || says !== null) return void socket.destroy();
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    response.once('finish', () => socket.destroySoon());
    const whole = { ...asked, url: asked.url.replace(/^http/, 'ws'), headers: socketHeaders(asked.headers), browser: { socket, head } };
    this.guard.fetch(whole, response).catch(() => socket.destroy());
  }
  private isOfBrowser(request: IncomingMessage): boolean {
    const { target } = request.socket as Tunnel;
    const at = target ? target.replace(/:443$/, '') + request.url : (request.url ?? '').replace(/^http:\/\//, '');
    return this.ofBrowser.some((prefix) => at.startsWith(prefix));
  }
}

/** Of what comes first, which stays to be read. */
const firstByte = (socket: Socket): Promise<number> =>
  new Promise((told) => {
    socket.once('data', (chunk: Buffer) => {
      socket.pause();
      socket.unshift(chunk);
      told(chunk[0]);
    });
  });

function askedBy(request: IncomingMessage): { asked: Asked; refused: string | null } {
  const raw = request.rawHeaders;
  const hosts = raw.filter((_, i) => i % 2 === 1 && raw[i - 1].toLowerCase() === 'host');
  const { target, plain } = request.socket as Tunnel;
  const { url, refused } = targetOf(target, request.url ?? '', hosts, !plain);
  return { asked: { url, method: request.method ?? 'GET', headers: passedOn(raw) }, refused };
}
