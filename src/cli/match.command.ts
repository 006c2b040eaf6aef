import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { Files } from './match-files.js';
import { whole } from './options.js';

export default (program: Command): void => {
  program
    .command('match')
    .description('Set posts beside claims and write, for each post, the claims that it resembles most. Needs no server and no database.')
    .requiredOption('--claims <file>', 'claims, a JSON object a line: {id, text, title?, wordings?, falseFrom?, falseTo?}')
    .requiredOption('--posts <file>', 'posts, a JSON object a line: {id, text, author?, date?}; - for the standard input')
    .requiredOption(
      '--out <file>',
      'where to write {post, matches: [{claim, score, stance, reasons}]}, a line for each post; - for the standard output',
    )
    .option('--top <n>', 'claims per post, at most', whole(1, 1000), 5)
    .option('--model <file>', 'a model made by lachan train matcher, in place of the one in config/')
    .option(
      '--threads <n>',
      'threads that work, each holding the claims; few posts are matched by one',
      whole(1, 64),
      availableParallelism(),
    )
    .option(
      '--index <file>',
      'where the claims lie as an index: read from there where it was made of these very claims and rules, else built and written there',
    )
    .option('--json', 'one line of JSON at the end')
    .addHelpText('after', '\nExample:\n  lachan match --claims claims.jsonl --posts posts.jsonl --top 10 --out matches.jsonl')
    .action(async (options: Files) => {
      const { matchFiles } = await import('./match-files.js'); // the tables of matching are read by this command alone
      const done = await matchFiles(options);
      if (done.broken > 0) process.exitCode = 1;
      const found = `${done.posts} posts set beside ${done.claims} claims: ${done.strong} with a strong match, ${done.suggested} with a suggestion.`;
      const broken = done.broken > 0 ? ` ${done.broken} lines could not be read.` : '';
      const says = options.json ? JSON.stringify(done) : `${found}${broken} Written to ${options.out}`;
      (options.out === '-' ? process.stderr : process.stdout).write(`${says}\n`);
    });
};
