import type { Command } from 'commander';
import type { Held, HeldDeliveries } from '../core/events/held.js';
import { attachToHouse } from './running-house.js';

export default (program: Command): void => {
  const deliveries = program
    .command('deliveries')
    .description('What was on its way out of the house when a backup was made that it came back from.');
  deliveries
    .command('held')
    .description('Show what is held, since it may have left after the backup.')
    .option('--json', 'one line of JSON on stdout')
    .addHelpText('after', '\nExample:\n  lachan deliveries held')
    .action(async ({ json }: { json?: boolean }) => tell(await withHeld((held) => held.list()), 'held', json));
  deliveries
    .command('release')
    .argument('[ids...]', 'ids of held deliveries')
    .description('Let held deliveries leave after all. On the log as done at the command line.')
    .option('--all', 'all that are held')
    .option('--json', 'one line of JSON on stdout')
    .addHelpText('after', '\nExample:\n  lachan deliveries release 7d0c3a52-5f8e-4f62-9a53-0c9f3e0f4d11')
    .action(async (ids: string[], { all, json }: { all?: boolean; json?: boolean }) => {
      if (ids.length > 0 === (all === true)) throw new Error('Name the deliveries by their ids, or say --all');
      const released = await withHeld(async (held) => {
        const known = new Set((await held.list()).map((d) => d.id));
        const unknown = ids.filter((id) => !known.has(id));
        if (unknown.length > 0) throw new Error(`Not held: ${unknown.join(', ')}`);
        return held.release(all ? 'all' : ids);
      });
      tell(released, 'released', json);
    });
};

function tell(deliveries: Held[], key: string, json?: boolean): void {
  const lines = deliveries.map(
    (d) => `${d.id}  ${d.event ?? 'timer'}  ${d.handler}  ${d.subject ?? ''}  due ${d.availableAt.toISOString()}`,
  );
  process.stdout.write(json ? `${JSON.stringify({ [key]: deliveries })}\n` : `${[...lines, `${deliveries.length} ${key}.`].join('\n')}\n`);
}

async function withHeld<T>(act: (held: HeldDeliveries) => Promise<T>): Promise<T> {
  attachToHouse();
  const [{ NestFactory }, { CoreModule }, { HeldDeliveries }] = await Promise.all([
    import('@nestjs/core'),
    import('../core/core.module.js'),
    import('../core/events/held.js'),
  ]);
  const app = await NestFactory.createApplicationContext(CoreModule, { logger: ['error'], abortOnError: false });
  try {
    return await act(app.get(HeldDeliveries));
  } finally {
    await app.close();
  }
}
