import type { INestApplicationContext } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { InstallationView } from './installation.view.js';
import { pastFaults } from './production.js';

/** Refuses a production on a database of the demo. */
export async function refuseDemoPast(app: INestApplicationContext): Promise<void> {
  if (!app.get<Config>(CONFIG).production) return;
  const faults = pastFaults(await app.get(InstallationView).past());
  if (faults.length > 0) throw new Error(`Configuration: ${faults.join('\nConfiguration: ')}`);
}

/** Starts a process of the house; what stops a start is said without a stack where it is a setting's fault. */
export async function startOrSay(start: () => Promise<void>): Promise<void> {
  await start().catch((error: Error & { code?: string }) => {
    process.stderr.write(`${sentence(error)}\n`);
    process.exit(1);
  });
}
function sentence(error: Error & { code?: string }): string {
  if (error.message.startsWith('Configuration: ')) return error.message;
  if (error.code === 'EADDRINUSE') return 'The port is taken by another program; set PORT to a free one.';
  return error.stack ?? String(error);
}
