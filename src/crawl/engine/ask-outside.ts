import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { resolvePublic } from './resolve.js';

export interface Question {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: Uint8Array;
}
export interface Answered {
  status: number;
  retryAfter: string | null;
  body: Buffer;
}
/** How long an answer is waited for, and how long it may be. */
export interface AskLimits {
  milliseconds: number;
  bytes: number;
}

/** Asks a service outside, at an address that was checked and pinned, without following anybody elsewhere. `allow` opens private targets (host:port) on purpose. */
export async function askOutside(address: string, question: Question, allow: readonly string[], limits: AskLimits): Promise<Answered> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  const late = new Promise<never>((_, fail) => {
    signal.addEventListener('abort', () => fail(new Error(`it did not answer in ${limits.milliseconds} ms`)), { once: true });
  });
  return Promise.race([late, exchange(new URL(address), question, allow, limits.bytes, signal)]);
}

async function exchange(url: URL, question: Question, allow: readonly string[], most: number, signal: AbortSignal): Promise<Answered> {
  const { method, headers, body } = question;
  const secure = url.protocol === 'https:';
  const port = Number(url.port || (secure ? 443 : 80));
  const { pinned } = await resolvePublic(url.hostname, port, allow);
  return new Promise((done, fail) => {
    const asked = (secure ? httpsRequest : httpRequest)({
      host: pinned,
      port,
      method,
      path: url.pathname + url.search,
      agent: false,
      signal,
      ...(url.username ? { auth: `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` } : {}),
      headers: { host: url.host, ...headers, ...(body ? { 'content-length': body.length } : {}) },
      ...(secure ? { servername: /^[\d.[]/.test(url.hostname) ? '' : url.hostname } : {}),
    });
    asked.once('error', fail);
    asked.once('response', (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        if ((bytes += part.length) > most) answer.destroy(new Error(`its answer is longer than ${most} bytes`));
        else parts.push(part);
      });
      answer.once('error', fail);
      answer.once('end', () =>
        done({ status: answer.statusCode!, retryAfter: answer.headers['retry-after'] ?? null, body: Buffer.concat(parts) }),
      );
    });
    asked.end(body);
  });
}
