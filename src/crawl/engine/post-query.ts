import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { resolvePublic } from './resolve.js';

export interface QueryLimits {
  milliseconds: number;
  bytes: number;
}

/** Sends a time-stamp query to an authority and answers what comes: to an address that was checked and pinned, without following anybody elsewhere. */
export async function postQuery(address: string, query: Uint8Array, allow: readonly string[], limits: QueryLimits): Promise<Buffer> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  const late = new Promise<never>((_, fail) => {
    signal.addEventListener('abort', () => fail(new Error(`it did not answer in ${limits.milliseconds} ms`)), { once: true });
  });
  return Promise.race([late, exchange(new URL(address), query, allow, limits.bytes, signal)]);
}

async function exchange(url: URL, query: Uint8Array, allow: readonly string[], most: number, signal: AbortSignal): Promise<Buffer> {
  const secure = url.protocol === 'https:';
  const port = Number(url.port || (secure ? 443 : 80));
  const { pinned } = await resolvePublic(url.hostname, port, allow);
  return new Promise((done, fail) => {
    const asked = (secure ? httpsRequest : httpRequest)({
      host: pinned,
      port,
      method: 'POST',
      path: url.pathname + url.search,
      agent: false,
      signal,
      ...(url.username ? { auth: `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` } : {}),
      headers: { host: url.host, 'content-type': 'application/timestamp-query', 'content-length': query.length },
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
        answer.statusCode === 200 ? done(Buffer.concat(parts)) : fail(new Error(`it answered ${answer.statusCode}`)),
      );
    });
    asked.end(query);
  });
}
