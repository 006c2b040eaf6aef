import type { Command } from 'commander';
import { join } from 'node:path';
import { readSettings } from '../core/config.js';
import { attachToHouse } from './running-house.js';

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
      const told = v.holds
        ? {
            holds: true,
            sealedTo: String(v.sealedTo),
            heads: v.heads,
            ...(v.misdated ? { misdated: v.misdated.count, says: v.misdated.says } : {}),
          }
        : { holds: false, seq: v.seq === null ? null : String(v.seq), says: v.says };
      process.stdout.write(
        options.json
          ? `${JSON.stringify(told)}\n`
          : v.holds
            ? `The log holds to event ${v.sealedTo}; ${v.heads} signed heads agree.\n${v.misdated ? `But look at ${v.misdated.count} that cannot have been written when they say; the first: ${v.misdated.says}.\n` : ''}`
            : `The log does NOT hold: ${v.says}.\n`,
      );
      if (!v.holds) process.exitCode = 1;
      else if (v.misdated) process.exitCode = 2;
    });
};
