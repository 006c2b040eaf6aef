import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { awaitFilm, limitServer } from './server-limits.js';

test('a body that does not come is waited for so long, and one that was let in with a film longer', async () => {
  const server = createServer((asked, answer) => {
    if (asked.headers.cookie) awaitFilm(asked);
    asked.resume().once('end', () => answer.end('came'));
  });
  limitServer(server, { body: 200, film: 60_000 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const begin = (headers: Record<string, string>) => {
    const sent = request({ port, path: '/api/cases/7/files', method: 'POST', headers: { 'content-length': 4, ...headers } });
    const end = new Promise<string>((done) => {
      sent.once('response', () => done('came'));
      sent.once('error', () => done('cut'));
    });
    sent.write('hal');
    return { sent, end };
  };
  const film = begin({ cookie: 'known' });
  expect(await begin({}).end).toBe('cut');
  film.sent.end('b');
  expect(await film.end).toBe('came');
  server.close();
});
