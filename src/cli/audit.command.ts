import type { Command } from 'commander';
import { join } from 'node:path';
import { readSettings } from '../core/config.js';
import { attachToHouse } from './running-house.js';
import { verdictAsJson, verdictInWords } from './words.js';

export default (program: Command): void => {
  program
    .command('audit')
    .description('The one log.')
    .command('verify')
    .description('Recompute the whole chain and hold it against the signed heads kept outside the database.')
    .option('--heads <dir>', 'where the signed heads lie; the data folder’s own when left out')
    .option('--json', 'one line of JSON on stdout')
    .addHelpText('after', '\nExample:\n  lachan audit verify --heads /mnt/elsewhere/heads')
    .action(async (options: { heads?: string; json?: boolean }) => {
      attachToHouse();
      const { verifyLog } = await import('../core/events/verify-log.js');
      const { readerUrl, databaseUrl, dataDir } = readSettings();
      const v = await verifyLog((readerUrl ?? databaseUrl)!, options.heads ?? join(dataDir, 'heads'));
      process.stdout.write(options.json ? `${JSON.stringify(verdictAsJson(v))}\n` : `${verdictInWords(v)}\n`);
      if (!v.holds) process.exitCode = 1;
      else if (v.misdated) process.exitCode = 2;
    });
};
