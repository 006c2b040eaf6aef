import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { ConnectionOptions, PeerCertificate, TLSSocket } from 'node:tls';
import { CODINGS } from './decoded.js';
import type { Exchange, TlsFacts } from './exchange.js';
import type { BrowserEnd } from './keep-socket.js';
import { throughProxy, type Route, type Target } from './way-out.js';

/** A request before it leaves; headers as a flat list of names and values. */
export interface Asked {
  url: string;
  method: string;
  headers: string[];
  body?: Readable;
  /** it asks for a WebSocket */
  browser?: BrowserEnd;
}
/** An answer that is none by the rules of HTTP, with the bytes that came of it. */
export class Unreadable extends Error {
  constructor(
    says: string,
    readonly bytes: Buffer,
  ) {
    super(`what came cannot be read as an answer (${says})`);
  }
}
/** said where nothing was sent, as nobody vouches for who would have got it */
export const NOT_TRUSTED = 'certificate-not-trusted';
/** said of a server that refuses the version of HTTP by which it is asked (RFC 7301, 3.2) */
export const OTHER_HTTP = 'the server speaks no HTTP/1.1, by which it is asked';
const NO_PROTOCOL = /alert no application protocol/;
const PROXY_MS = 10_000;
const LARGEST_HEAD = 262_144; // as browsers take it
const HOP = new Set(['proxy-connection', 'proxy-authorization', 'connection', 'keep-alive', 'te', 'upgrade']);

/** Headers that are for the next server, not for this hop. Codings that no reader of a package takes off are not asked for. */
export const passedOn = (raw: string[]): string[] =>
  raw
    .filter((_, i) => !HOP.has(raw[i - (i % 2)].toLowerCase()))
    .map((value, i, kept) => (i % 2 === 1 && kept[i - 1].toLowerCase() === 'accept-encoding' ? legible(value) : value));

const legible = (codings: string): string =>
  codings
    .split(',')
    .filter((coding) => CODINGS.includes(coding.split(';')[0].trim().toLowerCase()))
    .join(',')
    .trim() || 'identity';

/** Sends to the pinned address of an exchange and answers when the answer begins. */
export function send(
  url: URL,
  exchange: Exchange,
  body: Readable | undefined,
  silentSeconds: number,
  signal: AbortSignal,
  { proxy, vouched = false, upgrade = false }: Route & { upgrade?: boolean },
): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const servername = /^[\d.[]/.test(url.hostname) ? '' : url.hostname;
  const tls = secure ? { servername, rejectUnauthorized: vouched, ALPNProtocols: ['http/1.1'] } : null;
  return new Promise((answered, fail) => {
    const upstream = (secure ? httpsRequest : httpRequest)({
      host: exchange.ip!,
      port: exchange.port,
      method: exchange.method,
      path: url.pathname + url.search,
      headers: pairs(exchange.requestHeaders),
      ...(proxy
        ? { createConnection: connection(proxy, { host: exchange.ip!, port: exchange.port }, tls, silentSeconds * 1_000) }
        : { agent: false }),
      maxHeaderSize: LARGEST_HEAD,
      timeout: silentSeconds * 1_000,
      ...tls,
    });
    const end = () => upstream.destroy(new Error('it was ended'));
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    upstream.once('timeout', () => {
      exchange.fault ??= { kind: 'failed', says: `silent for ${silentSeconds} s` };
      upstream.destroy(new Error(exchange.fault.says));
    });
    const came = keepHead(upstream);
    upstream.on('error', (error: NodeJS.ErrnoException) => {
      const bytes = came();
      if (NO_PROTOCOL.test(error.message)) return fail(new Error(OTHER_HTTP));
      if (vouched && isOfCertificates(error)) return fail(new Error(`${NOT_TRUSTED} (${error.code})`));
      fail(bytes.length > 0 ? new Unreadable(error.message, bytes) : error);
    });
    upstream.once('upgrade', (answer, socket, head) => {
      if (upgrade) {
        socket.unshift(head);
        return answered(answer);
      }
      fail(new Unreadable('it changes its protocol unasked', came()));
      socket.destroy();
    });
    upstream.once('response', answered);
    if (body) body.on('error', end).pipe(upstream);
    else upstream.end();
  });
}

/** By the codes of OpenSSL's checks of a certificate, and of Node's check of its names. */
const isOfCertificates = ({ code = '' }: NodeJS.ErrnoException): boolean =>
  code === 'ERR_TLS_CERT_ALTNAME_INVALID' ||
  /^(?!ERR_).*CERT|^(UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|HOSTNAME_MISMATCH|CRL_)/.test(code);

/** As Node asks for one: it is handed over when it stands. A request's time limit holds for connections of Node's own making alone, so this one brings it along. */
const connection =
  (proxy: string, target: Target, tls: ConnectionOptions | null, silentMs: number) =>
  (_: unknown, made: (error: Error | null, socket: Socket) => void): undefined =>
    void throughProxy(proxy, target, tls, PROXY_MS).then(
      (socket) => made(null, socket.setTimeout(silentMs)),
      (error: Error) => made(error, undefined as never),
    );

/** The bytes of an answer until it can be read; a parser that refuses them keeps none. */
function keepHead(upstream: ClientRequest): () => Buffer {
  const came: Buffer[] = [];
  let [bytes, socket] = [0, undefined as Socket | undefined];
  const keep = (chunk: Buffer): void => {
    if (bytes < 2 * LARGEST_HEAD) came.push(chunk);
    bytes += chunk.length;
  };
  upstream.once('socket', (opened) => (socket = opened.prependListener('data', keep)));
  upstream.once('response', () => {
    socket?.off('data', keep);
    came.length = 0;
  });
  return () => Buffer.concat(came);
}

function pairs(raw: string[]): Record<string, string | string[]> {
  const out: Record<string, string | string[]> = {};
  for (let i = 0; i < raw.length; i += 2) out[raw[i]] = raw[i] in out ? [out[raw[i]], raw[i + 1]].flat() : raw[i + 1];
  return out;
}

export function tlsFacts(answer: IncomingMessage): TlsFacts {
  const socket = answer.socket as TLSSocket;
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
