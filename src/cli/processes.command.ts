import type { Command } from 'commander';
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
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgres://… NODE_ENV=production CAPTURE_SLOTS=4 lachan worker')
    .action(async () => {
      attachToHouse();
      await import('../processes/worker.js');
    });
};
