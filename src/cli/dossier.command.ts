import type { Command } from 'commander';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { attachToHouse } from './running-house.js';

interface Options {
  out: string;
  reason: string;
  by: string;
  json?: boolean;
}

export default (program: Command): void => {
  program
    .command('dossier')
    .argument('<case>', 'number or id of the case')
    .description('Export a whole case as one signed zip. On the log, with the person and the reason, before a byte is written.')
    .requiredOption('--out <file>', 'where the dossier goes')
    .requiredOption('--reason <reason>', 'why, in 10 to 500 characters; kept with the custody of every exhibit')
    .requiredOption('--by <address>', 'who takes it: the address that they sign in with; their rights and bars hold')
    .option('--json', 'one line of JSON on stdout')
    .addHelpText(
      'after',
      '\nExample:\n  lachan dossier 2026-0012 --out case.zip --by an@office.example --reason "Chuyển Viện kiểm sát theo công văn 12"',
    )
    .action(async (named: string, { out, reason, by, json }: Options) => {
      attachToHouse();
      const [{ NestFactory }, { AppModule }, { DossierAtCommandLine }] = await Promise.all([
        import('@nestjs/core'),
        import('../app.module.js'),
        import('../office/index.js'),
      ]);
      const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error'], abortOnError: false });
      const part = `${out}.part`;
      try {
        const { zip, bytes, name } = await app.get(DossierAtCommandLine).run(by, named, reason);
        await pipeline(zip, createWriteStream(part, { flags: 'wx', mode: 0o600 }));
        await rename(part, out);
        process.stdout.write(json ? `${JSON.stringify({ out, name, bytes })}\n` : `Wrote ${out}: ${bytes} bytes.\n`);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(part, { force: true });
        throw error;
      } finally {
        await app.close();
      }
    });
};
