import { expect, test } from '@jest/globals';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import type { Exchange } from './exchange.js';
import { createServer as createTlsServer } from 'node:tls';
import { Authority } from './authority.js';
import { NOT_TRUSTED, OTHER_HTTP, passedOn, send } from './outgoing.js';

test('headers of this hop stay here, and all others go on as they came', () => {
  const raw = ['Host', 'vd.example', 'Proxy-Connection', 'keep-alive', 'TE', 'trailers', 'X-A', 'te', 'x-a', 'b'];
  expect(passedOn(raw)).toEqual(['Host', 'vd.example', 'X-A', 'te', 'x-a', 'b']);
});
test.each([
  ['gzip, deflate, br, zstd', 'gzip, deflate, br'],
  ['zstd, GZIP;q=0.5 ,dcb', 'GZIP;q=0.5'],
  ['identity', 'identity'],
  ['*', 'identity'],
  ['zstd', 'identity'],
])('of %s only codings are asked for that a reader of the package can take off', (offered, asked) => {
  expect(passedOn(['Accept', 'a/zstd', 'accept-encoding', offered])).toEqual(['Accept', 'a/zstd', 'accept-encoding', asked]);
});

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};
const proxyTo = (port: number): Server =>
  createServer((near) => {
    near
      .on('error', () => undefined)
      .once('data', () => {
        const far = connect(port, '127.0.0.1', () => near.write('HTTP/1.1 200 OK\r\n\r\n'));
        near.pipe(far).on('error', () => undefined);
        far.pipe(near);
        near.once('close', () => far.destroy());
      });
  });

test('a server that is silent is waited for no longer by a proxy than without one', async () => {
  const silent = createServer((socket) => socket.on('error', () => undefined));
  const port = await listening(silent);
  const proxy = proxyTo(port);
  const by = `http://127.0.0.1:${await listening(proxy)}`;
  for (const route of [null, by]) {
    const exchange = { ip: '127.0.0.1', port, method: 'GET', requestHeaders: [], fault: null } as unknown as Exchange;
    const sent = send(new URL(`http://127.0.0.1:${port}/`), exchange, undefined, 0.2, new AbortController().signal, {
      name: 'x',
      proxy: route,
    });
    await expect(sent).rejects.toThrow('silent for 0.2 s');
    expect(exchange.fault).toEqual({ kind: 'failed', says: 'silent for 0.2 s' });
  }
  silent.close();
  proxy.close();
});

test('what opens an account goes to no server for whose certificate nobody vouches, directly or by a proxy', async () => {
  const context = await (await Authority.make()).context('mang.example');
  let heard = '';
  const server = createTlsServer({ SNICallback: (_, done) => done(null, context) }, (socket) =>
    socket
      .on('error', () => undefined)
      .on('data', (bytes: Buffer) => {
        heard += bytes.toString();
        socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
      }),
  ).on('tlsClientError', () => undefined);
  const port = await listening(server);
  const proxy = proxyTo(port);
  const by = `http://127.0.0.1:${await listening(proxy)}`;
  const asked = (route: string | null, vouched?: boolean) => {
    const exchange = { ip: '127.0.0.1', port, method: 'GET', requestHeaders: ['Cookie', 'sid=key'], fault: null } as unknown as Exchange;
    const url = new URL(`https://mang.example:${port}/`);
    return send(url, exchange, undefined, 5, new AbortController().signal, { name: 'x', proxy: route, vouched });
  };
  for (const route of [null, by]) {
    await expect(asked(route, true)).rejects.toThrow(NOT_TRUSTED);
    expect(heard).toBe('');
  }
  for (const route of [null, by]) expect((await asked(route)).resume().statusCode).toBe(204);
  expect(heard.match(/sid=key/g)).toHaveLength(2);
  server.close();
  proxy.close();
});

test('a server that answers by HTTP/2 alone is named so, directly or by a proxy', async () => {
  const context = await (await Authority.make()).context('mang.example');
  const server = createTlsServer({ SNICallback: (_, done) => done(null, context), ALPNProtocols: ['h2'] }, (socket) =>
    socket.on('error', () => undefined).end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n'),
  ).on('tlsClientError', () => undefined);
  const port = await listening(server);
  const proxy = proxyTo(port);
  for (const route of [null, `http://127.0.0.1:${await listening(proxy)}`]) {
    const exchange = { ip: '127.0.0.1', port, method: 'GET', requestHeaders: [], fault: null } as unknown as Exchange;
    const url = new URL(`https://mang.example:${port}/`);
    const sent = send(url, exchange, undefined, 5, new AbortController().signal, { name: 'x', proxy: route });
    await expect(sent).rejects.toThrow(OTHER_HTTP);
  }
  server.close();
  proxy.close();
});
