import { createServer, type AddressInfo } from 'node:net';

/** This port if nobody has it (0: any free one), else null. */
export function freePort(port: number, host = '127.0.0.1'): Promise<number | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(null));
    server.listen(port, host, () => {
      const found = (server.address() as AddressInfo).port;
      server.close(() => done(found));
    });
  });
}
