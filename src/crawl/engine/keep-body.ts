import { createHash } from 'node:crypto';
import { open, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Arrivals } from './arrivals.js';
import { valueOf, type Exchange } from './exchange.js';
import { Feed } from './feed.js';
import { Unpacking } from './unpacking.js';

const NOT_FOR_BROWSER = /^(transfer-encoding|connection|keep-alive|alt-svc|strict-transport-security)$/i;

/** What came in place of an answer. */
export async function keepBytes(bytes: Buffer, exchange: Exchange, path: string): Promise<void> {
  await writeFile(path, bytes);
  Object.assign(exchange, { body: path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
}

/** To disk and to the browser at once; `over` counts what came and says which limit it passed; what unpacks to more than `mostUnpacked` goes no further. Bytes that came before a fault are kept. */
export async function keepBody(
  answer: IncomingMessage,
  exchange: Exchange,
  response: ServerResponse | null,
  over: (bytes: number) => string | null,
  mostUnpacked = Infinity,
): Promise<void> {
  const arrivals = new Arrivals(answer); // before anything is waited for
  const unpacking = Unpacking.of(valueOf(answer.rawHeaders, 'content-encoding'));
  const file = await open(exchange.body!, 'w').catch((error: Error) => {
    answer.destroy(); // nobody will take it
    throw error;
  });
  const hash = createHash('sha256');
  const feed = response && new Feed(response, exchange.body!);
  response?.writeHead(
    answer.statusCode ?? 502,
    answer.statusMessage,
    answer.rawHeaders.filter((_, i, all) => !NOT_FOR_BROWSER.test(all[i - (i % 2)])),
  );
  try {
    for await (const chunk of arrivals) {
      exchange.bytes += chunk.length;
      hash.update(chunk);
      await file.write(chunk);
      await unpacking?.take(chunk);
      const bomb = unpacking && unpacking.bytes > mostUnpacked ? `it unpacks to more than ${mostUnpacked} bytes` : null;
      if (!bomb) feed?.next(chunk);
      const says = over(chunk.length) ?? bomb;
      if (!says) continue;
      exchange.fault ??= { kind: 'cut', says };
      break;
    }
  } catch {
    exchange.fault ??= { kind: 'cut', says: 'the connection ended before the body did' };
  } finally {
    unpacking?.close();
    await file.close();
    Object.assign(exchange, { sha256: hash.digest('hex'), endedAt: new Date().toISOString() });
  }
  if (exchange.fault) feed?.cut();
  else feed?.end();
}
