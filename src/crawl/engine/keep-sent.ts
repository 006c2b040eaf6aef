import { createWriteStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import type { Exchange } from './exchange.js';

/** Passes on what the browser sends with a request, and keeps it; beyond `most` bytes it goes no further. */
export function keepSent(body: Readable, exchange: Exchange, path: string, most: number): Readable {
  let [file, bytes] = [null as ReturnType<typeof createWriteStream> | null, 0];
  const kept = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > most) {
        exchange.fault ??= { kind: 'cut', says: `more than ${most} bytes were sent` };
        return done(new Error(exchange.fault.says));
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
