import type { Command } from 'commander';
import { resolve } from 'node:path';
import { readSettings } from '../core/config.js';
import { asOwner } from './house-owner.js';
import { mebibytes, say, software } from './words.js';

export default (program: Command): void => {
  program
    .command('backup')
    .argument('<dir>', 'the folder of all backups; evidence that lies there already is not copied again')
    .description('Copy the whole office, as it stands at one moment, into a folder of its own under DIR. The house may go on meanwhile.')
    .option('--with-keys', 'the private keys of heads and packages too; keep such a backup as you keep keys')
    .option('--prune', 'afterwards take away objects of evidence that no backup in DIR names, as those of backups that you deleted')
    .option('--json', 'one line of JSON on stdout')
    .addHelpText('after', '\nExample:\n  lachan backup /mnt/backups/lachan')
    .action(async (dir: string, options: { withKeys?: boolean; prune?: boolean; json?: boolean }) => {
      const [{ backup }, { openEvidenceStore }] = await Promise.all([
        import('../core/backup/backup.js'),
        import('../core/evidence/open-store.js'),
      ]);
      const settings = readSettings();
      const began = Date.now();
      const made = await asOwner('open-or-closed', say, async (ownerUrl) =>
        backup({
          dir: resolve(dir),
          ownerUrl,
          dataDir: settings.dataDir,
          store: await openEvidenceStore(settings),
          software: software(),
          withKeys: options.withKeys === true,
          prune: options.prune === true,
          say,
        }),
      );
      const { evidence } = made;
      const seconds = (Date.now() - began) / 1_000;
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ ...made, seconds })}\n`
          : `Backup ${made.name}: ${made.rows} rows of ${made.tables} tables (${mebibytes(made.bytes)}), the log to event ${made.head?.seq ?? 0}, ` +
              `${evidence.objects} objects of evidence (${evidence.copied} new, ${mebibytes(evidence.bytesCopied)}). ${seconds.toFixed(1)} s.\n` +
              (made.pruned === undefined ? '' : `${made.pruned} objects that no backup names any more were taken away.\n`) +
              `It holds names, accounts and password hashes: keep it as you keep the database.\n` +
              `Not in it, keep apart: ${made.leftOut.join(', ')}.\n`,
      );
      if (evidence.missing.length === 0) return;
      say(`${evidence.missing.length} objects that the database names are not in the evidence store; missing.txt lists them.`);
      process.exitCode = 1;
    });
};
