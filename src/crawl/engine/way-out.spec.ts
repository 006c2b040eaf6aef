import { afterEach, describe, expect, test } from '@jest/globals';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Authority } from './authority.js';
import { endOf, throughProxy } from './way-out.js';

const open: Server[] = [];
const listen = async (serve: (socket: Socket) => void): Promise<number> => {
  const server = createServer((socket) => serve(socket.on('error', () => undefined)));
  open.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};
afterEach(() => open.splice(0).forEach((server) => server.close()));

/** Says hello at once, which must not be lost behind the proxy's own answer. */
const far = () => listen((socket) => void socket.end('xin chào'));
const joined = (near: Socket, port: number, answer: Buffer | string): void => {
  const other = connect(port, '127.0.0.1', () => {
    near.write(answer);
    near.pipe(other).pipe(near);
  });
  other.on('error', () => near.destroy());
};
const said = async (socket: Socket): Promise<string> => {
  let all = '';
  for await (const chunk of socket) all += String(chunk);
  return all;
};
const go = (proxy: string, port: number) => throughProxy(proxy, { host: '127.0.0.1', port }, null, 3_000);

describe('a route through a proxy', () => {
  test('of HTTP is told the address that was checked, and shows its login', async () => {
    const port = await far();
    const heard: string[] = [];
    const proxy = await listen((socket) =>
      socket.once('data', (head: Buffer) => {
        heard.push(head.toString());
        joined(socket, port, 'HTTP/1.1 200 OK\r\nx: y\r\n\r\n');
      }),
    );
    expect(await said(await go(`http://an:m%C3%A2t@127.0.0.1:${proxy}`, port))).toBe('xin chào');
    const login = Buffer.from('an:mât').toString('base64');
    expect(heard).toEqual([`CONNECT 127.0.0.1:${port} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nProxy-Authorization: Basic ${login}\r\n\r\n`]);
  });
  test('of SOCKS is told the address that was checked', async () => {
    const port = await far();
    const heard: string[] = [];
    const proxy = await listen((socket) =>
      socket.once('data', (greeting: Buffer) => {
        heard.push(greeting.toString('hex'));
        socket.once('data', (asked: Buffer) => {
          heard.push(asked.toString('hex'));
          joined(socket, port, Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
        });
        socket.write(Buffer.from([5, 0]));
      }),
    );
    expect(await said(await go(`socks5://127.0.0.1:${proxy}`, port))).toBe('xin chào');
    expect(heard).toEqual(['050100', `050100017f000001${port.toString(16).padStart(4, '0')}`]);
  });
  test('keeps the secret of what goes over it', async () => {
    const context = await (await Authority.make()).context('tin.example.vn');
    const server = createTlsServer({ SNICallback: (_, done) => done(null, context) }, (socket) => socket.end('xin chào kín'));
    open.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const proxy = await listen((socket) => socket.once('data', () => joined(socket, port, 'HTTP/1.0 200 OK\r\n\r\n')));
    const secure = { servername: 'tin.example.vn', rejectUnauthorized: false };
    expect(await said(await throughProxy(`http://127.0.0.1:${proxy}`, { host: '127.0.0.1', port }, secure, 3_000))).toBe('xin chào kín');
  });
  test.each([
    ['http', 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', '407'],
    ['http', 'SSH-2.0-x\r\n\r\n', 'no HTTP'],
    ['socks5', Buffer.from([5, 0xff]), 'another login'],
    ['http', '', 'hung up'],
  ])('of %s that does not connect says so: %s', async (scheme, answer, says) => {
    const proxy = await listen((socket) => socket.once('data', () => socket.end(answer)));
    await expect(go(`${scheme}://127.0.0.1:${proxy}`, 80)).rejects.toThrow(says);
  });
  test.each([
    ['http://proxy:80', 'proxy', 80],
    ['http://proxy', 'proxy', 80],
    ['http://proxy:8080', 'proxy', 8080],
    ['socks5://[::1]', '::1', 1080],
  ])('is asked where it says: %s', (proxy, host, port) => {
    expect(endOf(new URL(proxy))).toEqual({ host, port });
  });
  test('that is silent is not waited for', async () => {
    const proxy = await listen(() => undefined);
    await expect(throughProxy(`http://127.0.0.1:${proxy}`, { host: '127.0.0.1', port: 80 }, null, 100)).rejects.toThrow('in 100 ms');
  });
});
