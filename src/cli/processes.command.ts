import type { Command } from 'commander';
import { settingsTable } from '../core/settings/table.js';
import { WrongUse } from './wrong-use.js';
import { attachToHouse } from './running-house.js';

/** The processes of the house, one by one, as production runs them. */
export default (program: Command): void => {
  program
    .command('serve')
    .description('Answer HTTP. Any number of these may run beside each other.')
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgres://… NODE_ENV=production lachan serve')
    .action(async () => {
      attachToHouse();
      await import('../processes/serve.js');
    });
  program
    .command('worker')
    .description('Deliver, look, capture and seal. Any number of these may run beside each other.')
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgres://… NODE_ENV=production lachan worker --concurrency 4')
    .option('--concurrency <n>', 'captures at a time, from 0 to 64; without it CAPTURE_SLOTS says')
    .action(async ({ concurrency }: { concurrency?: string }) => {
      if (concurrency !== undefined) {
        if (settingsTable.captureSlots.is.accept(settingsTable.captureSlots.is.fromText(concurrency)) === undefined)
          throw new WrongUse(`--concurrency must be ${settingsTable.captureSlots.is.says}, and ${concurrency} is not`);
        process.env.CAPTURE_SLOTS = concurrency;
      }
      attachToHouse();
      await import('../processes/worker.js');
    });
};
