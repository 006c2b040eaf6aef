import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../../test/kit/until.js';
import { Arrivals } from './arrivals.js';

const MEGABYTE = Buffer.alloc(1_048_576, 'nhanh');
const MEGABYTES = 48;

/** One that sends as fast as it is let, and ends its connection before it is done if it is asked to. */
describe('a server that sends faster than is taken', () => {
  let server: Server;
  const ask = async (path: string): Promise<IncomingMessage> => {
    const asking = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', agent: false, path }).on(
      'error',
      () => undefined,
    );
    return ((await once(asking, 'response')) as [IncomingMessage])[0];
  };
  beforeAll(async () => {
    server = createServer((request, r) => {
      r.writeHead(200, { 'content-length': MEGABYTES * MEGABYTE.length });
      if (request.url === '/cut') return void r.write(Buffer.alloc(30_000, 'cụt'), () => r.destroy());
      for (let i = 0; i < MEGABYTES; i++) r.write(MEGABYTE);
      r.end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const taken = async (arrivals: Arrivals): Promise<[bytes: number, whole: boolean]> => {
    let bytes = 0;
    try {
      for await (const chunk of arrivals) bytes += chunk.length;
      return [bytes, true];
    } catch {
      return [bytes, false];
    }
  };

  test('waits, and nothing of what it sends is lost', async () => {
    const answer = await ask('/whole');
    const arrivals = new Arrivals(answer);
    await until(async () => answer.isPaused() && answer.readableLength >= answer.readableHighWaterMark, 20_000);
    const { bytesRead } = answer.socket;
    await pause(300);
    expect(answer.socket.bytesRead).toBe(bytesRead);
    expect(bytesRead).toBeLessThan(4 * MEGABYTE.length);
    expect(await taken(arrivals)).toEqual([MEGABYTES * MEGABYTE.length, true]);
  });
  test('has all kept that it sent before its connection ended, paused or not', async () => {
    const answer = await ask('/cut');
    const arrivals = new Arrivals(answer);
    answer.pause();
    await new Promise((closed) => answer.once('close', closed));
    const [bytes, whole] = await taken(arrivals);
    expect([answer.socket.bytesRead > bytes, whole]).toEqual([true, false]);
    expect(bytes).toBeGreaterThan(0);
  });
  test('is left alone when nobody takes any more', async () => {
    const answer = await ask('/whole');
    for await (const _ of new Arrivals(answer)) break;
    expect(answer.destroyed).toBe(true);
  });
});
