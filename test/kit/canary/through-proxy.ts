import { connect } from 'node:net';
import { Guard } from '../../../src/crawl/engine/guard.js';
import { Authority } from '../../../src/crawl/engine/authority.js';
import { captureLimits } from '../../../src/crawl/engine/limits.js';
import { Proxy } from '../../../src/crawl/engine/proxy.js';
import type { Exchange } from '../../../src/crawl/engine/exchange.js';
import type { Spelling } from './spellings.js';

export interface Tried extends Spelling {
  /** what the record says of it */
  exchange: Exchange | undefined;
  /** the first line of the answer */
  answer: string;
}
const AT_ONCE = 20;

/** Asks the recording proxy, over real sockets and past any browser, for each of these hosts at a port: for a page, or by a WebSocket. */
export async function askThroughProxy(hosts: readonly Spelling[], port: number, rawDir: string, by = 'http'): Promise<Tried[]> {
  const ask = (at: number, host: string, n: number): Promise<string> =>
    by === 'ws' ? lastLine(at, socketFor(host, port, n)) : lastLine(at, [requestFor(host, port, n)]);
  const authority = await Authority.make();
  const tried: Tried[] = [];
  for (let from = 0; from < hosts.length; from += 500) {
    const guard = new Guard(captureLimits);
    guard.begin({ rawDir, allow: [] }); // a guard counts requests
    const proxy = new Proxy(authority, guard, []);
    const at = await proxy.listen();
    const some = hosts.slice(from, from + 500);
    const waiting = [...some.entries()];
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [n, spelling] = next;
        const answer = await ask(at, spelling.host, from + n);
        const sent = asBrowsersSend(spelling.host);
        if (sent !== spelling.host) await ask(at, sent, from + n);
        const named = new RegExp(`/canary-${from + n}(?!\\d)`);
        const noTunnel = `no tunnel: ${spelling.host}:${port}`;
        const exchange = guard.exchanges.findLast(
          ({ url, fault }) => named.test(url) || named.test(fault?.says ?? '') || fault?.says === noTunnel,
        );
        tried.push({ ...spelling, exchange, answer });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    await guard.close();
    proxy.close();
  }
  return tried;
}

/** In letters that a host may have; one that cannot be written so is sent by no browser. */
const asBrowsersSend = (host: string): string => (URL.canParse(`http://${host}/`) ? new URL(`http://${host}/`).hostname : host);
const requestFor = (host: string, port: number, n: number): string =>
  `GET http://${host}:${port}/canary-${n} HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: close\r\n\r\n`;
/** As browsers ask for one: through a tunnel, without TLS. */
const socketFor = (host: string, port: number, n: number): string[] => [
  `CONNECT ${host}:${port} HTTP/1.1\r\nHost: ${host}:${port}\r\n\r\n`,
  `GET /canary-${n} HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
];

/** Of the last answer, each part being sent when the one before was answered. */
const lastLine = (port: number, parts: string[]): Promise<string> =>
  new Promise((done) => {
    let came = '';
    const [first, ...rest] = parts;
    const socket = connect(port, '127.0.0.1', () => socket.write(first, 'utf8'));
    socket.on('data', (chunk: Buffer) => {
      came = rest.length < parts.length - 1 ? came + chunk.toString('latin1') : chunk.toString('latin1');
      const next = rest.shift();
      if (next) socket.write(next, 'utf8');
    });
    socket.on('error', () => undefined);
    socket.once('close', () => done(came.split('\r\n')[0]));
  });
