import { createWriteStream, type WriteStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import type { Exchange } from './exchange.js';

/** Passes on what the browser sends with a request, and keeps it; `over` counts it and says which limit it passed: then it goes no further. */
export function keepSent(body: Readable, exchange: Exchange, path: string, over: (bytes: number) => string | null): Readable {
  let file: WriteStream | null = null;
  const kept = new Transform({
    transform(chunk: Buffer, _, done) {
      const says = over(chunk.length);
      if (says) {
        exchange.fault ??= { kind: 'cut', says };
        return done(new Error(says));
      }
      if (!file) {
        exchange.requestBody = path;
        file = createWriteStream(path).on('error', () => undefined);
      }
      if (file.write(chunk)) done(null, chunk);
      else file.once('drain', () => done(null, chunk));
    },
    flush: (done) => (file ? file.end(() => done()) : done()),
  });
  body.on('error', (error) => kept.destroy(error));
  kept.on('error', () => {
    file?.end();
    body.unpipe(kept);
  });
  return body.pipe(kept);
}
