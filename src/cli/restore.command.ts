import type { Command } from 'commander';
import { resolve } from 'node:path';
import type { Checked, Restored } from '../core/backup/restore.js';
import { readSettings } from '../core/config.js';
import { asOwner } from './house-owner.js';
import { say, verdictAsJson, verdictInWords } from './words.js';

interface Options {
  name?: string;
  check?: boolean;
  key?: string;
  acceptMissing?: boolean;
  json?: boolean;
}

export default (program: Command): void => {
  program
    .command('restore')
    .argument('<dir>', 'the folder of all backups')
    .description('Bring an empty house to the state of a backup, and verify it: counts, hashes, evidence, and the chain of the log.')
    .option('--name <backup>', 'which backup; the newest when left out')
    .option('--check', 'hold the backup against what was written, and change nothing')
    .option('--key <file>', "the office's public key (heads/public-….pem, kept apart): only a backup that it signed is taken")
    .option('--accept-missing', 'restore though objects of evidence were missing already when the backup was made')
    .option('--json', 'one line of JSON on stdout')
    .addHelpText('after', '\nExample:\n  lachan restore /mnt/backups/lachan')
    .action(async (dir: string, options: Options) => {
      const [{ check, restore }, { openEvidenceStore }] = await Promise.all([
        import('../core/backup/restore.js'),
        import('../core/evidence/open-store.js'),
      ]);
      const from = { dir: resolve(dir), name: options.name, keyFile: options.key && resolve(options.key), say };
      const began = Date.now();
      if (options.check) {
        const { checked } = await check(from);
        if (checked.missing.length > 0) process.exitCode = 1;
        return tell(options, { ...checked, seconds: (Date.now() - began) / 1_000 }, whole(checked));
      }
      const settings = readSettings();
      const restored = await asOwner('closed', say, async (ownerUrl) =>
        restore({
          ...from,
          ownerUrl,
          dataDir: settings.dataDir,
          store: await openEvidenceStore(settings),
          demo: settings.demo,
          acceptMissing: options.acceptMissing,
        }),
      );
      const { verdict } = restored;
      const seconds = (Date.now() - began) / 1_000;
      tell(options, { ...restored, verdict: verdictAsJson(verdict), seconds }, [
        ...whole(restored),
        ...found(restored),
        `${seconds.toFixed(1)} s.`,
      ]);
      if (!verdict.holds) process.exitCode = 1;
    });
};

function tell({ json }: Options, value: object, lines: string[]): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
}

const whole = ({ name, madeAt, rows, tables, evidence, missing, signed }: Checked): string[] => [
  `The backup ${name} of ${madeAt} is whole: ${rows} rows of ${tables} tables, ${evidence.objects} objects of evidence.`,
  ...(missing.length > 0 ? [`${missing.length} of these objects were missing already when it was made: ${missing.join(', ')}.`] : []),
  signed === null
    ? 'It is not signed: nothing shows who made it.'
    : signed.by === 'key-given'
      ? `It was signed with the key ${signed.key}, which you gave.`
      : `It was signed with the key ${signed.key}, which it brings itself: this shows that it was not changed since, and not who made it. Give the office's own public key by --key.`,
];

function found({ rows, evidenceRestored, verdict, headsLost, sessionsEnded, held }: Restored): string[] {
  return [
    `Restored ${rows} rows, each table with the count of the manifest, and ${evidenceRestored} objects of evidence that were not there.`,
    verdictInWords(verdict),
    ...(headsLost
      ? [
          `The house had signed a head of event ${headsLost.seq} at ${headsLost.at}: what happened after the backup is lost. Those heads lie in ${headsLost.keptAs}.`,
        ]
      : []),
    `${sessionsEnded} sign-ins ended; everybody signs in again. People and rights are those of the backup: check who left or lost a role since.`,
    held === 0
      ? 'Nothing was on its way out of the house.'
      : `${held} deliveries were on their way out and may have left since: they are held. See them with \`lachan deliveries held\`, let them go with \`lachan deliveries release\`.`,
  ];
}
