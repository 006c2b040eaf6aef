import { join } from 'node:path';
import { readSettings } from '../core/config.js';
import { startOrSay } from '../core/start.js';
import { demoClaims } from '../demo/seed/tables.js';
import { mediaNames } from '../demo/world/media.adapter.js';
import { sourcePages } from '../demo/world/source.page.js';
import { WorldServer } from '../demo/world/world-server.adapter.js';
import { readWorld } from '../demo/world/world-table.js';
import { endWithSupervisor } from './supervised.js';

endWithSupervisor();

/** The demo world: an invented social network beside the office, on this machine only. */
await startOrSay(async () => {
  const { production, worldPort, dataDir } = readSettings();
  if (production) throw new Error('Configuration: the demo world does not run when NODE_ENV=production');
  const options = { port: worldPort, dataDir: join(dataDir, 'world'), sources: sourcePages(demoClaims()) };
  const world = await WorldServer.open(readWorld(mediaNames()), options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Configuration: port ${worldPort} is taken by another program; set WORLD_PORT to a free one`);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void world.close().then(() => process.exit(0)));
  if (!process.env.LACHAN_SUPERVISED) console.log(`The demo world is open: http://world.localhost:${world.port}/`);
});
