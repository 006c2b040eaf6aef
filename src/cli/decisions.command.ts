import type { Command } from 'commander';
import { createWriteStream, mkdirSync, readdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Exported } from '../classify/trials/decisions-export.use-case.js';
import { attachToHouse } from './running-house.js';

const FILES = { claims: 'claims.jsonl', posts: 'posts.jsonl', qrels: 'qrels.tsv' } as const;

export default (program: Command): void => {
  program
    .command('decisions')
    .description('Write what inspectors decided to a folder, to train and judge models by. Words of posts leave with it; it is on the log.')
    .requiredOption('--out <dir>', 'an empty folder, or a new one')
    .option('--json', 'one line of JSON on stdout')
    .addHelpText(
      'after',
      '\nExample:\n  lachan decisions --out decisions && lachan train matcher --data decisions --out matcher.model.json',
    )
    .action(async ({ out, json }: { out: string; json?: boolean }) => {
      mkdirSync(out, { recursive: true, mode: 0o700 });
      if (readdirSync(out).length > 0) throw new Error(`${out} is not empty`);
      const counts = await withExport((rows) => written(out, rows));
      const { claims, posts, qrels } = counts;
      process.stdout.write(
        json ? `${JSON.stringify({ out, ...counts })}\n` : `${claims} claims, ${posts} posts and ${qrels} decisions written to ${out}.\n`,
      );
    });
};

async function written(out: string, rows: AsyncIterable<Exported>): Promise<Record<keyof typeof FILES, number>> {
  const streams = Object.fromEntries(
    Object.entries(FILES).map(([name, file]) => [name, createWriteStream(join(out, file), { mode: 0o600 })]),
  );
  const counts = { claims: 0, posts: 0, qrels: 0 };
  for await (const { file, ...row } of rows) {
    counts[file] += 1;
    if (!streams[file].write(lineOf(row))) await once(streams[file], 'drain');
  }
  await Promise.all(Object.values(streams).map((stream) => once(stream.end(), 'finish')));
  return counts;
}
function lineOf(row: object): string {
  if (!('right' in row)) return `${JSON.stringify(row)}\n`;
  const { post, claim, right } = row as { post: string; claim: string; right: boolean };
  return `${post}\t0\t${claim}\t${right ? 1 : 0}\n`;
}

async function withExport<T>(act: (rows: AsyncIterable<Exported>) => Promise<T>): Promise<T> {
  attachToHouse();
  const [{ NestFactory }, { CoreModule }, { Db }, { Log }, { DecisionsExport }, { JudgedPosts }, { ClaimRepository }] = await Promise.all([
    import('@nestjs/core'),
    import('../core/core.module.js'),
    import('../core/database/db.js'),
    import('../core/events/log.js'),
    import('../classify/trials/decisions-export.use-case.js'),
    import('../classify/trials/judged-posts.repository.js'),
    import('../classify/claim.repository.js'),
  ]);
  const app = await NestFactory.createApplicationContext(CoreModule, { logger: ['error'], abortOnError: false });
  try {
    const db = app.get(Db);
    return await act(new DecisionsExport(db, app.get(Log), new JudgedPosts(db), new ClaimRepository()).run());
  } finally {
    await app.close();
  }
}
