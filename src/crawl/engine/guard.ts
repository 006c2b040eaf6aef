import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import {
  createServer,
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { TLSSocket, type PeerCertificate } from 'node:tls';
import type { Authority } from './authority.js';
import type { Exchange, TlsFacts } from './exchange.js';
import type { Limits } from './limits.js';
import { Denied, resolvePublic } from './resolve.js';

type Tunnel = TLSSocket & { target?: string };
const HOP = new Set(['proxy-connection', 'proxy-authorization', 'connection', 'keep-alive', 'te', 'upgrade']);
const NOT_FOR_BROWSER = /^(transfer-encoding|connection|keep-alive|alt-svc|strict-transport-security)$/i;

/** Egress guard and recorder in one: every byte of the browser passes here, checked before it leaves, kept as it came. */
export class Guard {
  readonly exchanges: Exchange[] = [];
  /** calls of the browser itself, refused */
  background = 0;
  private readonly server: Server;
  private readonly open = new Set<Socket>();
  private received = 0;
  private active = 0;
  lastActivity = Date.now();

  constructor(
    private readonly authority: Authority,
    private readonly rawDir: string,
    private readonly allow: readonly string[],
    private readonly limits: Limits,
  ) {
    this.server = createServer((request, response) => void this.pass(request, response));
    this.server.on('connect', (request, socket: Socket) => void this.tunnel(request, socket));
    this.server.on('upgrade', (request, socket: Socket) => {
      this.refuse(this.begin(request), 'denied', 'WebSockets are not opened');
      socket.destroy();
    });
    this.server.on('connection', (socket) => {
      this.open.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => this.open.delete(socket));
    });
    this.server.on('clientError', (_, socket) => socket.destroy());
  }

  listen(): Promise<number> {
    return new Promise((done) => this.server.listen(0, '127.0.0.1', () => done((this.server.address() as AddressInfo).port)));
  }
  close(): void {
    for (const socket of this.open) socket.destroy();
    this.server.close();
  }
  get busy(): boolean {
    return this.active > 0;
  }

  private async tunnel(request: IncomingMessage, socket: Socket): Promise<void> {
    try {
      const [, host] = /^(.*?):\d+$/.exec(request.url ?? '') ?? [];
      const secureContext = await this.authority.context(host);
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      const inner: Tunnel = new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ['http/1.1'] });
      inner.target = request.url;
      inner.on('error', () => undefined);
      this.server.emit('connection', inner);
    } catch {
      socket.destroy();
    }
  }

  private isBackground(request: IncomingMessage): boolean {
    const { target } = request.socket as Tunnel;
    const at = target ? target.replace(/:443$/, '') + request.url : (request.url ?? '').replace(/^http:\/\//, '');
    return this.limits.background.some((prefix) => at.startsWith(prefix));
  }

  private begin(request: IncomingMessage): Exchange {
    const { target } = request.socket as Tunnel;
    const url = target ? new URL(request.url ?? '/', `https://${target}`).href : (request.url ?? '');
    const exchange: Exchange = {
      id: this.exchanges.length + 1,
      url,
      method: request.method ?? 'GET',
      startedAt: new Date().toISOString(),
      endedAt: null,
      requestHeaders: passedOn(request.rawHeaders),
      ip: null,
      port: 0,
      dns: [],
      tls: null,
      status: null,
      statusText: '',
      httpVersion: '1.1',
      responseHeaders: [],
      body: null,
      bytes: 0,
      sha256: null,
      fault: null,
    };
    this.exchanges.push(exchange);
    this.lastActivity = Date.now();
    return exchange;
  }

  private refuse(exchange: Exchange, kind: 'denied' | 'cut' | 'failed', says: string, response?: ServerResponse): void {
    exchange.fault ??= { kind, says };
    exchange.endedAt ??= new Date().toISOString();
    if (response && !response.headersSent)
      response.writeHead(kind === 'denied' ? 403 : 502, { 'content-length': 0, 'x-capture-refused': kind }).end();
    else response?.destroy();
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.isBackground(request)) {
      this.background++;
      return void response.writeHead(403).end();
    }
    const exchange = this.begin(request);
    if (exchange.id > this.limits.requests) return this.refuse(exchange, 'cut', `more than ${this.limits.requests} requests`, response);
    this.active++;
    response.once('close', () => {
      this.active--;
      this.lastActivity = Date.now();
    });
    try {
      const url = new URL(exchange.url);
      if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Denied(`${url.protocol} is not fetched`);
      exchange.port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
      const { pinned, answers } = await resolvePublic(url.hostname, exchange.port, this.allow);
      Object.assign(exchange, { ip: pinned, dns: answers });
      this.fetch(url, exchange, request, response);
    } catch (error) {
      this.refuse(exchange, error instanceof Denied ? 'denied' : 'failed', (error as Error).message, response);
    }
  }

  private fetch(url: URL, exchange: Exchange, request: IncomingMessage, response: ServerResponse): void {
    const secure = url.protocol === 'https:';
    const upstream: ClientRequest = (secure ? httpsRequest : httpRequest)({
      host: exchange.ip!,
      port: exchange.port,
      method: exchange.method,
      path: url.pathname + url.search,
      headers: pairs(exchange.requestHeaders),
      agent: false,
      timeout: this.limits.upstream_seconds * 1_000,
      ...(secure ? { servername: /^[\d.[]/.test(url.hostname) ? '' : url.hostname, rejectUnauthorized: false } : {}),
    });
    upstream.on('timeout', () => upstream.destroy(new Error(`silent for ${this.limits.upstream_seconds} s`)));
    upstream.on('error', (error) => this.refuse(exchange, 'failed', error.message, response));
    upstream.on('response', (answer) => {
      if (secure) exchange.tls = tlsFacts(answer.socket as TLSSocket);
      Object.assign(exchange, {
        status: answer.statusCode,
        statusText: answer.statusMessage ?? '',
        httpVersion: answer.httpVersion,
        responseHeaders: answer.rawHeaders,
      });
      this.keep(exchange, answer, upstream, response);
    });
    response.once('close', () => {
      if (!exchange.endedAt) upstream.destroy(new Error('the browser closed the connection'));
    });
    request.pipe(upstream);
  }

  /** To disk and to the browser at once, within the limits. */
  private keep(exchange: Exchange, answer: IncomingMessage, upstream: ClientRequest, response: ServerResponse): void {
    exchange.body = join(this.rawDir, `body-${exchange.id}`);
    const file = createWriteStream(exchange.body);
    const hash = createHash('sha256');
    response.writeHead(
      answer.statusCode ?? 502,
      answer.statusMessage,
      answer.rawHeaders.filter((_, i, all) => !NOT_FOR_BROWSER.test(all[i - (i % 2)])),
    );
    const end = () => {
      if (exchange.endedAt && exchange.sha256) return;
      Object.assign(exchange, { sha256: hash.digest('hex'), endedAt: new Date().toISOString() });
      file.end();
    };
    answer.on('data', (chunk: Buffer) => {
      if (exchange.sha256) return;
      this.lastActivity = Date.now();
      exchange.bytes += chunk.length;
      this.received += chunk.length;
      hash.update(chunk);
      if (!file.write(chunk)) {
        answer.pause();
        file.once('drain', () => answer.resume());
      }
      response.write(chunk);
      const over =
        exchange.bytes > this.limits.body_bytes
          ? `a body of more than ${this.limits.body_bytes} bytes`
          : this.received > this.limits.total_bytes
            ? `more than ${this.limits.total_bytes} bytes in all`
            : null;
      if (over) {
        exchange.fault = { kind: 'cut', says: over };
        end();
        upstream.destroy();
        response.destroy();
      }
    });
    answer.once('end', () => {
      end();
      response.end();
    });
    answer.once('close', () => {
      if (!exchange.sha256) {
        exchange.fault ??= { kind: 'cut', says: 'the connection ended before the body did' };
        end();
        response.destroy();
      }
    });
    answer.on('error', () => undefined);
  }
}

const passedOn = (raw: string[]): string[] => raw.filter((_, i) => !HOP.has(raw[i - (i % 2)].toLowerCase()));
function pairs(raw: string[]): Record<string, string | string[]> {
  const out: Record<string, string | string[]> = {};
  for (let i = 0; i < raw.length; i += 2) out[raw[i]] = raw[i] in out ? [out[raw[i]], raw[i + 1]].flat() : raw[i + 1];
  return out;
}

function tlsFacts(socket: TLSSocket): TlsFacts {
  const chain: string[] = [];
  let cert: (PeerCertificate & { issuerCertificate?: PeerCertificate }) | undefined = socket.getPeerCertificate(true);
  for (const seen = new Set<string>(); cert?.raw && !seen.has(cert.fingerprint256); cert = cert.issuerCertificate) {
    seen.add(cert.fingerprint256);
    chain.push(cert.raw.toString('base64'));
  }
  return {
    version: socket.getProtocol(),
    cipher: socket.getCipher()?.name ?? '',
    authorized: socket.authorized,
    says: socket.authorizationError ? String(socket.authorizationError) : null,
    chain,
  };
}
