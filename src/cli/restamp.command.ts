import type { Command } from 'commander';
import { attachToHouse } from './running-house.js';

export default (program: Command): void => {
  program
    .command('restamp')
    .description(
      'Order a time stamp for every sealed package that has none, or whose newest one ends before long. The worker asks the authorities.',
    )
    .option('--all', 'for every sealed package, whatever it has')
    .option('--json', 'one line of JSON on stdout')
    .addHelpText('after', '\nExample:\n  lachan restamp')
    .action(async ({ all = false, json }: { all?: boolean; json?: boolean }) => {
      attachToHouse();
      const [{ NestFactory }, { AppModule }, { Restamp }] = await Promise.all([
        import('@nestjs/core'),
        import('../app.module.js'),
        import('../crawl/index.js'),
      ]);
      const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error'], abortOnError: false });
      try {
        const ordered = await app.get(Restamp).run({ all });
        process.stdout.write(
          json
            ? `${JSON.stringify(ordered)}\n`
            : `Ordered: ${ordered.unstamped} packages without a time stamp, ${ordered.ending} to be stamped anew.\n`,
        );
      } finally {
        await app.close();
      }
    });
};
