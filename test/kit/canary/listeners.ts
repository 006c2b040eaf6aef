import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';

export interface Canary {
  port: number;
  /** what came, from wherever */
  heard: string[];
  /** by which this machine can be reached */
  addresses: string[];
  close(): void;
}

/** Hears whatever comes by TCP or UDP to any address of this machine. */
export async function openCanary(): Promise<Canary> {
  const heard: string[] = [];
  const tcp = createServer((socket) => {
    heard.push(`TCP to ${socket.localAddress}`);
    socket.destroy();
  });
  const listening = (host: string) => once(tcp.listen(0, host), 'listening').then(() => host);
  const host = await listening('::').catch(() => listening('0.0.0.0'));
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket(host === '::' ? 'udp6' : 'udp4').on('message', () => heard.push('UDP'));
  await once(udp.bind(port, host), 'listening');
  const own = Object.values(networkInterfaces()).flatMap((list) => list?.map((i) => i.address) ?? []);
  return {
    port,
    heard,
    addresses: [...new Set(['127.0.0.1', ...own])],
    close: () => {
      tcp.close();
      udp.close();
    },
  };
}
