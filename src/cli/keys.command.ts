import type { Command } from 'commander';
import { join } from 'node:path';
import { readSettings, type Settings } from '../core/config.js';
import { fingerprintOf, packageKeys } from '../core/evidence/package-keys.js';
import { givenKey, openSigner } from '../core/evidence/signing/package-signer.js';
import { replaceOwnKey } from '../core/evidence/signing/own-key.js';

export default (program: Command): void => {
  const keys = program.command('keys').description('The keys by which packages of evidence are signed.');
  keys
    .command('list')
    .description('Every public key that signed, with its times: the newest first.')
    .option('--json', 'one line of JSON on stdout')
    .addHelpText('after', '\nExample:\n  lachan keys list --json')
    .action((options: { json?: boolean }) => {
      const listed = packageKeys(keyDirOf(readSettings())).reverse();
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ keys: listed })}\n`
          : listed
              .map(
                ({ fingerprint, from, to, certificates = [] }) =>
                  `${fingerprint}  ${from} – ${to ?? 'now'}  certificates: ${certificates.length}\n`,
              )
              .join(''),
      );
    });
  keys
    .command('rotate')
    .description('Make a new key that signs from now on. The old private key is gone; its public half stays published.')
    .option('--json', 'one line of JSON on stdout')
    .addHelpText('after', '\nExample:\n  lachan keys rotate --json')
    .action((options: { json?: boolean }) => {
      const settings = readSettings();
      if (settings.packageKeyFile)
        throw new Error(
          `The key is ${settings.packageKeyFile}, named by PACKAGE_KEY_FILE: name another file there, and the next package is signed with it`,
        );
      const before = openSigner(keyDirOf(settings));
      replaceOwnKey(keyDirOf(settings));
      const [old, now] = [before, openSigner(keyDirOf(settings), givenKey(settings))].map(({ publicKey }) => fingerprintOf(publicKey));
      process.stdout.write(
        options.json ? `${JSON.stringify({ old, now })}\n` : `From now on packages are signed with ${now}; the key before it was ${old}.\n`,
      );
    });
};

const keyDirOf = ({ dataDir }: Pick<Settings, 'dataDir'>): string => join(dataDir, 'keys');
