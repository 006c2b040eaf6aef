import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A wire to a server that can be cut and mended: cut, what goes over it ends at once and nothing comes through. */
export class Wire {
  private readonly open = new Set<Socket>();
  private isCut = false;
  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static lay(to: number): Promise<Wire> {
    return new Promise((done) => {
      const server = createServer((near) => {
        if (wire.isCut) return near.destroy();
        const far = connect(to, '127.0.0.1');
        for (const [one, other] of [
          [near, far],
          [far, near],
        ]) {
          wire.open.add(one);
          one.pipe(other);
          one.on('error', () => one.destroy());
          one.on('close', () => {
            wire.open.delete(one);
            other.destroy();
          });
        }
        return near;
      });
      let wire: Wire;
      server.listen(0, '127.0.0.1', () => done((wire = new Wire(server, (server.address() as AddressInfo).port))));
    });
  }
  cut(): void {
    this.isCut = true;
    for (const socket of this.open) socket.destroy();
  }
  mend(): void {
    this.isCut = false;
  }
  close(): Promise<void> {
    this.cut();
    return new Promise((done) => void this.server.close(() => done()));
  }
}
