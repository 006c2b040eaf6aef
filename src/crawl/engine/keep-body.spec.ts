import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Exchange } from './exchange.js';
import { keepBody } from './keep-body.js';

const PIECE = Buffer.alloc(1_048_576, 'phim');
const PIECES = 40;

test('a film that the browser does not take is kept whole, and waits on disk and not in memory', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-body-'));
  const answer = Object.assign(Readable.from(Array.from({ length: PIECES }, () => PIECE)), { statusCode: 200, rawHeaders: [] as string[] });
  const exchange = { body: join(dir, 'body'), bytes: 0, fault: null } as unknown as Exchange;
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const asked = once(server, 'request') as Promise<[IncomingMessage, ServerResponse]>;
  const asking = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
  const answered = once(asking, 'response') as Promise<[IncomingMessage]>;
  const [, response] = await asked;
  await keepBody(answer as unknown as IncomingMessage, exchange, response, () => null); // nobody reads the answer yet
  expect([exchange.bytes, exchange.fault]).toEqual([PIECES * PIECE.length, null]);
  expect(response.writableLength).toBeLessThan(4 * PIECE.length);
  const hash = createHash('sha256');
  const [came] = await answered;
  for await (const chunk of came as AsyncIterable<Buffer>) hash.update(chunk);
  expect(hash.digest('hex')).toBe(exchange.sha256);
  server.closeAllConnections();
  server.close();
  rmSync(dir, { recursive: true });
});

test.each([0, 5])(
  'of %i letters whose connection ended, all that came is kept and handed on, however late it is asked for',
  async (letters) => {
    const dir = mkdtempSync(join(tmpdir(), 'lachan-body-'));
    const origin = createServer((_, r) => {
      r.writeHead(200, { 'content-length': 5_000 }).flushHeaders();
      r.write('chữ số'.slice(0, letters), () => r.destroy());
    });
    await once(origin.listen(0, '127.0.0.1'), 'listening');
    const pipe = join(dir, 'body'); // opens when somebody reads it: so late does a busy machine get to the body
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    const exchange = { body: pipe, bytes: 0, fault: null } as unknown as Exchange;
    const house = createServer((_, response) => {
      get({ port: (origin.address() as AddressInfo).port, host: '127.0.0.1', agent: false }, (answer) => {
        answer.once('close', () => createReadStream(pipe).resume()).on('error', () => undefined);
        void keepBody(answer, exchange, response, () => null);
      }).on('error', () => undefined);
    });
    await once(house.listen(0, '127.0.0.1'), 'listening');
    const asking = get({ port: (house.address() as AddressInfo).port, host: '127.0.0.1', agent: false }).on('error', () => undefined);
    const [came] = (await once(asking, 'response')) as [IncomingMessage];
    let text = '';
    const cut = await (async () => {
      for await (const chunk of came as AsyncIterable<Buffer>) text += chunk.toString();
    })().then(
      () => false,
      () => true,
    );
    expect([text, cut, exchange.fault]).toEqual([
      'chữ số'.slice(0, letters),
      true,
      { kind: 'cut', says: 'the connection ended before the body did' },
    ]);
    expect(exchange.bytes).toBe(Buffer.byteLength(text));
    for (const server of [origin, house]) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(dir, { recursive: true });
  },
);
