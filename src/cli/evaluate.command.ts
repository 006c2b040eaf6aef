import type { Command } from 'commander';
import type { Asked } from './evaluate-files.js';
import { whole } from './options.js';

export default (program: Command): void => {
  program
    .command('evaluate')
    .description('Judge the matcher by posts that people have set beside claims. Needs no server and no database.')
    .requiredOption(
      '--data <dir>',
      'a folder of claims.jsonl, posts.jsonl and qrels.tsv (post, 0, claim, 1), or of posts.NAME.jsonl and qrels.NAME.tsv',
    )
    .option('--set <name>', 'of several sets only this one')
    .option('--model <file>', 'a model made by lachan train matcher, in place of the one in config/')
    .option('--run <file>', 'judges what lachan match wrote to this file, instead of matching')
    .option('--top <n>', 'claims per post, at most', whole(1, 1000), 100)
    .option('--seed <n>', 'what draws the samples of the intervals', whole(0, 2 ** 31), 1)
    .option('--json', 'one line of JSON on stdout')
    .addHelpText(
      'after',
      '\nExample:\n  lachan evaluate --data bench/matching/own\n  lachan evaluate --data clef20 --set dev --run matches.jsonl --json',
    )
    .action(async (options: Asked & { json?: boolean }) => {
      const [{ evaluateFiles }, { evaluatedInWords }] = await Promise.all([import('./evaluate-files.js'), import('./evaluate-words.js')]);
      const figures = await evaluateFiles(options);
      process.stdout.write(`${options.json ? JSON.stringify(figures) : evaluatedInWords(figures)}\n`);
    });
};
