import type { Command } from 'commander';
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { fingerprintOf } from '../core/evidence/package-keys.js';
import type { Verdict } from '../crawl/engine/verify.js';

export default (program: Command): void => {
  program
    .command('verify')
    .argument('<file>', 'a package (.wacz)')
    .description('Check every hash of a package, its signature and the digests inside. Needs no server and no database.')
    .option(
      '--key <file|fingerprint>',
      'the public key (PEM) or the fingerprint of whoever must have signed it; may be given more than once',
      (given: string, before: string[]) => [...before, given],
      [],
    )
    .option('--json', 'one line of JSON on stdout')
    .addHelpText('after', '\nExample:\n  lachan verify ./evidence/capture.wacz --key ./package-key.pem')
    .action(async (file: string, options: { key: string[]; json?: boolean }) => {
      const { verifyPackage } = await import('../crawl/engine/verify.js');
      const keys = options.key.map(readKey);
      await access(file);
      // the reader of WARC says on the console what it thinks of a broken file, also where one line of JSON is promised; the verdict says it too
      console.log = console.warn = () => undefined;
      const verdict = await verifyPackage(file, keys);
      process.stdout.write(
        options.json ? `${JSON.stringify(verdict)}\n` : `${[verdict.says, ...verdict.faults.slice(1), ...ofTime(verdict)].join('\n')}\n`,
      );
      if (!verdict.holds) process.exitCode = 1;
    });
};

const ofTime = ({ holds, created }: Verdict): string[] =>
  holds ? [`It is dated ${created}: the signer's own statement, since no token of a time-stamp authority is with it.`] : [];

/** A fingerprint as it was typed, or that of the key in a file. */
function readKey(given: string): string {
  if (/^[0-9a-f]{64}$/i.test(given)) return given.toLowerCase();
  try {
    return fingerprintOf(createPublicKey(readFileSync(given)));
  } catch {
    throw new Error(`${given} is neither a fingerprint (64 hexadecimal digits) nor a file with a public key in PEM`);
  }
}
