import type { Command } from 'commander';
import type { Files } from './match-files.js';
import { whole } from './options.js';

export default (program: Command): void => {
  program
    .command('match')
    .description('Set posts beside claims and write, for each post, the claims that it resembles most. Needs no server and no database.')
    .requiredOption('--claims <file>', 'claims, a JSON object a line: {id, text, title?, wordings?, falseFrom?, falseTo?}')
    .requiredOption('--posts <file>', 'posts, a JSON object a line: {id, text, author?, date?}')
    .requiredOption('--out <file>', 'where to write {post, matches: [{claim, score, stance, reasons}]}, a line for each post')
    .option('--top <n>', 'claims per post, at most', whole(1, 1000), 5)
    .option('--model <file>', 'a model made by lachan train matcher, in place of the one in config/')
    .option('--json', 'one line of JSON on stdout at the end')
    .addHelpText('after', '\nExample:\n  lachan match --claims claims.jsonl --posts posts.jsonl --top 10 --out matches.jsonl')
    .action(async (options: Files & { json?: boolean }) => {
      const { matchFiles } = await import('./match-files.js'); // the tables of matching are read by this command alone
      const done = await matchFiles(options);
      process.stdout.write(
        options.json
          ? `${JSON.stringify(done)}\n`
          : `${done.posts} posts set beside ${done.claims} claims: ${done.strong} with a strong match, ${done.suggested} with a suggestion. Written to ${options.out}\n`,
      );
    });
};
