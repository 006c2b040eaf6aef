import { connect as connectTcp, isIPv6, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';

/** By which way a capture leaves: directly, or through a proxy that is told an address which was checked here. */
export interface Route {
  name: string;
  /** http://user:password@host:port or socks5://…; null: directly */
  proxy: string | null;
  /** only to servers whose certificates somebody vouches for: what goes there opens an account */
  vouched?: boolean;
}
export const DIRECT: Route = { name: 'direct', proxy: null };
/** The same, without what opens it. */
export const shownRoute = ({ name, proxy }: Route): Route => ({
  name,
  proxy: proxy && `${new URL(proxy).protocol}//${new URL(proxy).host}`,
});
export interface Target {
  /** an address, never a name: nothing is resolved on the way */
  host: string;
  port: number;
}
const GREETING = [0x05, 0x01];
const REFUSED = 'the proxy of this route did not connect';
const LONGEST_ANSWER = 16_384;

/** A connection to an address through a proxy, with TLS over it where it is asked for. */
export async function throughProxy(proxy: string, target: Target, secure: ConnectionOptions | null, milliseconds: number): Promise<Socket> {
  const url = new URL(proxy);
  const socket = connectTcp(endOf(url));
  const timer = setTimeout(() => socket.destroy(new Error(`${REFUSED} in ${milliseconds} ms`)), milliseconds);
  try {
    await new Promise<void>((done, fail) => socket.once('connect', done).once('error', fail));
    await (url.protocol === 'http:' ? askTunnel(socket, url, target) : askSocks(socket, url, target));
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  if (!secure) return socket;
  const over = connectTls({ ...secure, socket });
  socket.on('error', (error) => over.destroy(error));
  if (secure.rejectUnauthorized) await secured(over, milliseconds);
  return over;
}

/** Once whoever is at the other end has shown who it is. */
async function secured(over: TLSSocket, milliseconds: number): Promise<void> {
  const timer = setTimeout(() => over.destroy(new Error(`no TLS in ${milliseconds} ms`)), milliseconds);
  await new Promise<unknown>((done, fail) => over.once('secureConnect', done).once('error', fail)).finally(() => clearTimeout(timer));
}

/** Where a proxy is asked; 80 and 1080 are the ports of their schemes, and a port that is its scheme's own is not in a URL. */
export const endOf = ({ protocol, hostname, port }: URL): Target => ({
  host: hostname.replace(/^\[|\]$/g, ''),
  port: Number(port || (protocol === 'http:' ? 80 : 1080)),
});

/** RFC 9110, 9.3.6. */
async function askTunnel(socket: Socket, { username, password }: URL, { host, port }: Target): Promise<void> {
  const at = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
  const login = username
    ? `Proxy-Authorization: Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}\r\n`
    : '';
  socket.write(`CONNECT ${at} HTTP/1.1\r\nHost: ${at}\r\n${login}\r\n`);
  const head = await readUntil(socket, (came) => (came.includes('\r\n\r\n') ? came.indexOf('\r\n\r\n') + 4 : null), 4);
  const [, status] = /^HTTP\/1\.[01] (\d{3})/.exec(head.toString('latin1')) ?? [];
  if (status?.[0] !== '2') throw new Error(`${REFUSED} (${status ?? 'it speaks no HTTP'})`);
}

/** RFC 1928, with the login of RFC 1929. */
async function askSocks(socket: Socket, { username, password }: URL, { host, port }: Target): Promise<void> {
  socket.write(Buffer.from([...GREETING, username ? 0x02 : 0x00]));
  const [, method] = await readUntil(socket, () => 2, 2);
  if (method === 0x02) {
    const [user, word] = [username, password].map((part) => Buffer.from(decodeURIComponent(part)));
    socket.write(Buffer.concat([Buffer.from([0x01, user.length]), user, Buffer.from([word.length]), word]));
    if ((await readUntil(socket, () => 2, 2))[1] !== 0) throw new Error(`${REFUSED} (it refused the login)`);
  } else if (method !== 0x00) throw new Error(`${REFUSED} (it wants another login)`);
  const ends = Buffer.from([port >> 8, port & 0xff]);
  socket.write(Buffer.concat([Buffer.from([0x05, 0x01, 0x00, isIPv6(host) ? 0x04 : 0x01]), bytesOf(host), ends]));
  const answer = await readUntil(socket, (came) => 6 + ({ 1: 4, 4: 16 }[came[3]] ?? 1 + came[4]), 5);
  if (answer[1] !== 0) throw new Error(`${REFUSED} (its answer is ${answer[1]})`);
}

function bytesOf(host: string): Buffer {
  if (!isIPv6(host)) return Buffer.from(host.split('.').map(Number));
  const [head, tail] = host
    .replace(/^\[|\]$/g, '')
    .split('::')
    .map((half) => half.split(':').filter(Boolean));
  const groups = tail ? [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail] : head;
  return Buffer.concat(groups.map((group) => Buffer.from(group.padStart(4, '0'), 'hex')));
}

/** So many bytes as the answer says that it has, and not one of what follows it. */
function readUntil(socket: Socket, length: (came: Buffer) => number | null, least: number): Promise<Buffer> {
  let came = Buffer.alloc(0);
  return new Promise((done, fail) => {
    const end = (error?: Error): void => {
      socket.off('readable', read).off('error', end).off('end', ended);
      if (error) fail(error);
    };
    const ended = (): void => end(new Error(`${REFUSED} (it hung up)`));
    const read = (): void => {
      for (let byte: Buffer | null; (byte = socket.read(1) as Buffer | null);) {
        came = Buffer.concat([came, byte]);
        if (came.length > LONGEST_ANSWER) return end(new Error(`${REFUSED} (its answer does not end)`));
        const whole = came.length >= least ? length(came) : null;
        if (whole !== null && came.length >= whole) {
          end();
          return done(came);
        }
      }
    };
    socket.on('readable', read).on('error', end).on('end', ended);
    read();
  });
}
