import { writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { basename } from 'node:path';
import type { Socket } from 'node:net';
import type { Exchange, SocketKept } from './exchange.js';
import { SocketFrames, type Message } from './socket-frames.js';

/** The browser's end of a WebSocket, and what came there with its request. */
export interface BrowserEnd {
  socket: Socket;
  head: Buffer;
}
/** Which limit so many bytes more pass, if any. */
export interface SocketOver {
  received(bytes: number): string | null;
  sent(bytes: number): string | null;
}
const LONGEST_MESSAGE = 1_000_000;
/** compressed messages would have to be unpacked to be read: no server is told that the browser takes them */
const NOT_OFFERED = /^sec-websocket-extensions$/i;

export const socketHeaders = (headers: readonly string[]): string[] => [
  ...headers.filter((_, i, all) => !NOT_OFFERED.test(all[i - (i % 2)])),
  ...['Connection', 'Upgrade', 'Upgrade', 'websocket'],
];

/** Passes a WebSocket on until either end closes it, and writes down what was said, a line a message: as text, or its bytes one a letter. */
export async function keepSocket(
  answer: IncomingMessage,
  { socket: browser, head }: BrowserEnd,
  exchange: Exchange,
  path: string,
  over: SocketOver,
  signal: AbortSignal,
): Promise<void> {
  const server = answer.socket.setTimeout(0); // both may be silent for long
  const kept: SocketKept = { file: basename(path), sent: 0, received: 0, closed: null };
  exchange.socket = kept;
  const lines: string[] = [];
  const listen = (from: 'page' | 'server') =>
    new SocketFrames(LONGEST_MESSAGE, (message) => {
      if (message.kind === 'close') kept.closed ??= message.bytes.length > 1 ? message.bytes.readUInt16BE(0) : 1005;
      else kept[from === 'page' ? 'sent' : 'received']++;
      lines.push(`${JSON.stringify({ at: new Date().toISOString(), from, ...written(message) })}\n`);
    });
  const end = (): void => {
    browser.destroySoon();
    server.destroy();
  };
  const pass = (socket: Socket, frames: SocketFrames, count: (bytes: number) => string | null) =>
    socket.on('data', (chunk: Buffer) => {
      const says = count(chunk.length);
      if (says) {
        exchange.fault ??= { kind: 'cut', says };
        end();
      } else frames.take(chunk);
    });
  browser.write(`HTTP/1.1 101 ${answer.statusMessage}\r\n${headLines(answer.rawHeaders)}\r\n`);
  if (head.length > 0) browser.unshift(head);
  pass(server, listen('server'), (bytes) => ((exchange.bytes += bytes), over.received(bytes)));
  pass(browser, listen('page'), (bytes) => over.sent(bytes));
  server.pipe(browser).pipe(server);
  await new Promise<void>((done) => {
    for (const socket of [server, browser]) socket.on('error', end).once('close', end).once('close', done);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted || server.destroyed || browser.destroyed) end();
  });
  exchange.endedAt = new Date().toISOString();
  await writeFile(path, lines.join(''));
}

const headLines = (raw: string[]): string => raw.map((_, i) => (i % 2 === 0 ? `${raw[i]}: ${raw[i + 1]}\r\n` : '')).join('');
const written = ({ kind, bytes, length }: Message): object => {
  if (kind === 'close') return { closed: bytes.length > 1 ? bytes.readUInt16BE(0) : 1005 };
  const said = kind === 'text' ? { text: bytes.toString() } : { bytes: bytes.toString('latin1') };
  return bytes.length < length ? { ...said, cutFrom: length } : said;
};
