import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Medium } from './media.adapter.js';

const LONGEST_BODY = 1_000_000;
/** What a visitor did wrong, with the status that says so. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export const missing = (): never => {
  throw new Refused(404, 'there is no such thing here');
};
export function sound<T>(read: T | string): T {
  if (typeof read === 'string') throw new Refused(400, read);
  return read;
}
export function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refused(400, 'the body is no JSON');
  }
}
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= LONGEST_BODY) chunks.push(chunk);
  }
  // read to its end, so that whoever sent it gets the answer and not a broken line
  if (length > LONGEST_BODY) throw new Refused(413, 'the body is too large');
  return Buffer.concat(chunks).toString('utf8');
}
export function page(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    .end(text);
}
export function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(value));
}
/** A file, whole or the part that a player asks for. */
export function file(request: IncomingMessage, response: ServerResponse, { bytes, type }: Medium): void {
  const headers = { 'content-type': type, 'accept-ranges': 'bytes', 'cache-control': 'max-age=3600' };
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (!range) return void response.writeHead(200, { ...headers, 'content-length': bytes.length }).end(bytes);
  const from = Number(range[1]);
  const to = Math.min(range[2] ? Number(range[2]) : Infinity, bytes.length - 1);
  if (from > to) return void response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
  response
    .writeHead(206, { ...headers, 'content-length': to - from + 1, 'content-range': `bytes ${from}-${to}/${bytes.length}` })
    .end(bytes.subarray(from, to + 1));
}
