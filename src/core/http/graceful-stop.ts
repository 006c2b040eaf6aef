import type { INestApplication } from '@nestjs/common';
import type { Server } from 'node:http';

const PATIENCE_MS = 15_000;
const IDLE_MS = 50;

/** Takes no new connection, lets open requests finish, then closes everything; what takes longer than the patience is cut off. */
export async function stopGracefully(app: INestApplication, patienceMs = PATIENCE_MS): Promise<void> {
  const server = app.getHttpServer() as Server;
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS);
  const force = setTimeout(() => server.closeAllConnections(), patienceMs);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(force);
  }
}

/** SIGTERM and SIGINT end the process this way, once. */
export function stopAtSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: Error) => {
        process.stderr.write(`${error.stack}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
