import type { Command } from 'commander';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Compared, Published } from './public-against.js';
import { attachToHouse } from './running-house.js';
import { say } from './words.js';

interface Verify {
  heads?: string;
  against?: string;
  json?: boolean;
}
const isWeb = (where: string): boolean => /^https?:\/\//.test(where);

export default (program: Command): void => {
  const open = program.command('public').description('The published log: for anybody, without a server or a database of their own.');
  open
    .command('download')
    .argument('<url>', 'address of the office')
    .argument('<dir>', 'folder to put it into; what is there whole is not fetched again')
    .description('Bring the published log of an office into a folder.')
    .addHelpText('after', '\nExample:\n  lachan public download https://la-chan.example ./log')
    .action(async (url: string, dir: string) => {
      const { download } = await import('./public-download.js');
      const about = await download(url, dir, say);
      process.stdout.write(`The published log to event ${about.sealedTo} lies in ${dir}.\n`);
    });
  open
    .command('verify')
    .argument('<from>', 'folder of a downloaded log, or address of an office')
    .description('Recompute the chain and every public figure from the published log alone.')
    .option('--heads <path>', 'signed heads that you kept before: a file heads.jsonl, or a folder with it and its public keys')
    .option('--against <url>', 'the office whose published figures and register must agree')
    .option('--json', 'one line of JSON on stdout, with every figure')
    .addHelpText('after', '\nExample:\n  lachan public verify ./log --heads ./heads-of-last-month --against https://la-chan.example')
    .action(verify);
  open
    .command('recount')
    .description('Count the published figures and the register of this office anew, from the first event.')
    .option('--json', 'one line of JSON on stdout')
    .action(recount);
};

async function verify(from: string, options: Verify): Promise<void> {
  const [{ download }, { verifyPublic }, { compare, eventsOf, published }] = await Promise.all([
    import('./public-download.js'),
    import('./public-verify.js'),
    import('./public-against.js'),
  ]);
  const told = options.against ? await published(options.against) : null;
  const dir = isWeb(from) ? mkdtempSync(join(tmpdir(), 'lachan-public-')) : from;
  try {
    if (isWeb(from)) await download(from, dir, say);
    const { acts, then, ...verdict } = await verifyPublic(dir, { kept: options.heads, at: told ? eventsOf(told) : undefined });
    const compared = told && verdict.holds ? compare(told, then) : null;
    const agrees = !compared || (compared.behind === null && compared.differ.length + compared.register.length === 0);
    if (!verdict.holds || !agrees) process.exitCode = 1;
    if (options.json) return void process.stdout.write(`${JSON.stringify({ ...verdict, acts: acts.size, ...compared })}\n`);
    process.stdout.write(
      verdict.holds
        ? `The log holds to event ${verdict.sealedTo}; ${verdict.heads} signed heads agree. ${verdict.statistics.length} figures and ${acts.size} acts were counted from it.\n`
        : `The log does NOT hold: ${verdict.says}.\n`,
    );
    if (told && compared) process.stdout.write(inWords(told, compared));
  } finally {
    if (isWeb(from)) rmSync(dir, { recursive: true, force: true });
  }
}

function inWords({ asOf, pages }: Published, { behind, differ, register }: Compared): string {
  if (behind !== null) return `What is published is of event ${behind}, which this log does not have: bring it anew.\n`;
  const lines = [
    ...differ.map(({ line, here, there }) => `${line}: counted ${here}, published ${there}`),
    ...register.map(({ act, here, there }) => `register, act ${act}: counted ${here}, published ${there}`),
  ];
  const acts = pages.reduce((sum, page) => sum + page.items.length, 0);
  const oldest = Math.min(...pages.map((page) => page.asOf));
  if (lines.length === 0)
    lines.push(`The published figures of event ${asOf} and the register of event ${oldest} with its ${acts} acts agree.`);
  return lines.map((line) => `${line}\n`).join('');
}

async function recount({ json }: { json?: boolean }): Promise<void> {
  attachToHouse();
  const [{ NestFactory }, { AppModule }, { KeepStatistics }] = await Promise.all([
    import('@nestjs/core'),
    import('../app.module.js'),
    import('../publication/index.js'),
  ]);
  const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error'], abortOnError: false });
  try {
    const { seq, differed } = await app.get(KeepStatistics).recount();
    process.stdout.write(
      json
        ? `${JSON.stringify({ seq, differed })}\n`
        : `The figures were counted anew to event ${seq}; ${differed === 0 ? 'nothing differed from before' : `${differed} rows differed from before`}.\n`,
    );
  } finally {
    await app.close();
  }
}
