import type { Command } from 'commander';
import { access } from 'node:fs/promises';

export default (program: Command): void => {
  program
    .command('verify')
    .argument('<file>', 'a package (.wacz)')
    .description('Check every hash of a package, its signature and the digests inside. Needs no server and no database.')
    .option('--json', 'one line of JSON on stdout')
    .addHelpText('after', '\nExample:\n  lachan verify ./evidence/capture.wacz')
    .action(async (file: string, options: { json?: boolean }) => {
      const { verifyPackage } = await import('../crawl/engine/verify.js');
      await access(file);
      // the reader of WARC says on the console what it thinks of a broken file, also where one line of JSON is promised; the verdict says it too
      console.log = console.warn = () => undefined;
      const verdict = await verifyPackage(file);
      process.stdout.write(options.json ? `${JSON.stringify(verdict)}\n` : `${[verdict.says, ...verdict.faults.slice(1)].join('\n')}\n`);
      if (!verdict.holds) process.exitCode = 1;
    });
};
