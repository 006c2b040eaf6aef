import { join, resolve } from 'node:path';
import { projectRoot } from '../core/config.js';
import { mediaNames } from '../demo/world/media.adapter.js';
import { WorldServer } from '../demo/world/world-server.adapter.js';
import { readWorld } from '../demo/world/world-table.js';
import { endWithSupervisor } from './end-with-supervisor.js';

endWithSupervisor();

/** The demo world: an invented social network beside the office, on this machine only. */
if (process.env.NODE_ENV === 'production') {
  console.error('The demo world does not run when NODE_ENV=production.');
  process.exit(1);
}
const port = Number(process.env.WORLD_PORT ?? 4180);
const dataDir = resolve(process.env.WORLD_DATA ?? join(process.env.LACHAN_DATA ?? join(projectRoot, 'data'), 'world'));
const world = await WorldServer.open(readWorld(mediaNames()), { port, dataDir }).catch((error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken by another program; set WORLD_PORT to a free one.` : error.message);
  return process.exit(1);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void world.close().then(() => process.exit(0)));
console.log(`The demo world is open: http://world.localhost:${world.port}/`);
