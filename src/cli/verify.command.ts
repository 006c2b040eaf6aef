import type { Command } from 'commander';
import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { readSettings } from '../core/config.js';
import { fingerprintOf } from '../core/evidence/package-keys.js';
import type { Witnesses } from '../core/verification/beside.js';
import type { Sum } from '../core/verification/report.js';
import type { Verdict } from '../core/verification/verdict.js';
import { software } from './words.js';
import { WrongUse } from './wrong-use.js';

interface Options {
  key: string[];
  json?: boolean;
  report?: string;
  requireTimestamp?: boolean;
  requireReceipt?: boolean;
  atOnce: string;
  roots?: string;
  headKey: string[];
}
const HELP = `
Ends with 0: all hold; 1: something does not; 2: all hold, but something that was required is pending or absent; 64: it was not understood.

Example:
  lachan verify ./evidence/capture.wacz --key ./package-key.pem
  lachan verify ./evidence --report ./verified.html --require-timestamp`;

export default (program: Command): void => {
  program
    .command('verify')
    .argument('<paths...>', 'packages (.wacz), dossiers (.zip), or folders of them')
    .description(
      'Check packages and dossiers: every byte of the form, every hash, the signature, the records inside, time stamps and receipts beside. Needs no server and no database.',
    )
    .option(
      '--key <file|fingerprint>',
      'the public key (PEM) or the fingerprint of whoever must have signed it; may be given more than once',
      (given: string, before: string[]) => [...before, given],
      [],
    )
    .option('--json', 'one line of JSON for each file on stdout; of several files, a sum as the last line')
    .option('--report <file>', 'a report to read and to file: .html, .txt, or .json (a line for each file)')
    .option(
      '--roots <path>',
      'root certificates (PEM) of time-stamp authorities that are trusted: a file or a folder; TIMESTAMP_ROOTS when left out',
    )
    .option(
      '--head-key <file|fingerprint>',
      'the public key (PEM) or the fingerprint of whoever must have signed the log’s head in a receipt; may be given more than once',
      (given: string, before: string[]) => [...before, given],
      [],
    )
    .option('--require-timestamp', 'a time stamp that holds is required')
    .option('--require-receipt', 'a receipt of the log that holds is required')
    .option('--at-once <n>', 'how many files at once', String(Math.min(8, availableParallelism())))
    .addHelpText('after', HELP)
    .exitOverride((error) => {
      if (error.exitCode !== 0) error.exitCode = 64;
      throw error;
    })
    .action(verify);
};

async function verify(paths: string[], options: Options): Promise<void> {
  const atOnce = Number(options.atOnce);
  if (!Number.isInteger(atOnce) || atOnce < 1 || atOnce > 64) throw new WrongUse('--at-once is a number from 1 to 64');
  if (options.report && !/\.(html?|txt|json)$/i.test(options.report))
    throw new WrongUse('--report names a file that ends in .html, .txt or .json');
  for (const path of paths) if (!existsSync(path)) throw new WrongUse(`There is no file and no folder ${path}`);
  const keys = options.key.map(readKey);
  const { sealedFiles, inOrder } = await import('../core/verification/node/each-file.js');
  const { verifyFile } = await import('../core/verification/node/verify-file.js');
  const { Output } = await import('./verify-output.js');
  const beside = await witnessesBy(options);
  const output = new Output(options);
  const sum: Sum = { files: 0, holding: 0, broken: 0, wanting: 0 };
  for await (const verdict of inOrder(sealedFiles(paths), atOnce, (file) => verifyFile(file, keys, beside))) {
    sum.files++;
    sum[verdict.holds ? 'holding' : 'broken']++;
    if (verdict.holds && lacks(verdict, options)) sum.wanting++;
    await output.add(verdict, sum);
  }
  if (sum.files === 0) throw new WrongUse(`No package (.wacz) and no dossier (.zip) is in ${paths.join(', ')}`);
  await output.end(sum, software());
  if (sum.broken > 0) process.exitCode = 1;
  else if (sum.wanting > 0) process.exitCode = 2;
}

/** Of a dossier each package must have what is required, and there must be one. */
function lacks({ kind, exhibits, checks }: Verdict, options: Options): boolean {
  const required = [
    ...(options.requireTimestamp ? (['timestamp'] as const) : []),
    ...(options.requireReceipt ? (['receipt'] as const) : []),
  ];
  if (kind !== 'dossier') return required.some((check) => checks[check] !== 'holds');
  return required.length > 0 && (exhibits.length === 0 || exhibits.some((exhibit) => lacks(exhibit, options)));
}

/** Who reads time stamps and receipts: only where somebody says whom to trust; anybody can be an authority of their own. */
async function witnessesBy({ roots, headKey }: Options): Promise<Witnesses> {
  const [{ witnesses }, { rootsIn, rootsOf }] = await Promise.all([
    import('../core/evidence/beside.js'),
    import('../core/evidence/witnesses.js'),
  ]);
  const trusted = {
    roots: understood(() => (roots ? rootsIn(roots) : rootsOf(readSettings()))),
    headKeys: headKey.length > 0 ? headKey.map(readKey) : null,
  };
  const { tokens, receipt } = witnesses(trusted);
  return { ...(trusted.roots ? { tokens } : {}), ...(trusted.headKeys ? { receipt } : {}) };
}

/** What an option or a setting says; wrong ones are no finding about a file. */
function understood<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
}

/** A fingerprint as it was typed, or that of the key in a file. */
function readKey(given: string): string {
  if (/^[0-9a-f]{64}$/i.test(given)) return given.toLowerCase();
  try {
    return fingerprintOf(createPublicKey(readFileSync(given)));
  } catch {
    throw new WrongUse(`${given} is neither a fingerprint (64 hexadecimal digits) nor a file with a public key in PEM`);
  }
}
