import type { Command } from 'commander';
import { whole } from './options.js';
import { WrongUse } from './wrong-use.js';

interface Options {
  model: string;
  posts?: string;
  out?: string;
  words?: number;
  json?: boolean;
}

export default (program: Command): void => {
  program
    .command('classify')
    .description(
      'Tell the style of posts by a model of lachan train style. It learns source and style, not truth: never a ground for anything.',
    )
    .requiredOption('--model <file>', 'the model; style means config/style.model.json, where the office has laid one there')
    .option('--posts <file>', 'posts, a JSON object a line: {id, text}; - for the standard input')
    .option(
      '--out <file>',
      'where to write {post, label, score}, a line for each post; score is the chance of that label; - for the standard output',
    )
    .option('--words <n>', 'instead prints on what it was trained and which words drive it, so many for each label', whole(1, 10_000))
    .option('--json', 'one line of JSON at the end')
    .addHelpText(
      'after',
      '\nExample:\n  lachan classify --model style.model.json --posts posts.jsonl --out styles.jsonl\n  lachan classify --model style.model.json --words 30',
    )
    .action(async ({ model, posts, out, words, json }: Options) => {
      const [{ classifyPosts, readStyle }, { modelInWords }, { driving, HONEST }] = await Promise.all([
        import('./classify-posts.js'),
        import('./style-words.js'),
        import('../classify/style/style-model.js'),
      ]);
      if (words) {
        const read = readStyle(model);
        process.stdout.write(
          `${json ? JSON.stringify({ note: HONEST, card: read.card, drives: driving(read, words) }) : modelInWords(read, words)}\n`,
        );
        return;
      }
      if (!posts || !out) throw new WrongUse('--posts and --out are needed, or --words');
      const done = await classifyPosts({ posts, out, json, model });
      if (done.broken > 0) process.exitCode = 1;
      const says = json
        ? JSON.stringify({ ...done, note: HONEST })
        : `${done.posts} posts read, ${done.broken} lines broken. Written to ${out}\n${HONEST}`;
      (out === '-' ? process.stderr : process.stdout).write(`${says}\n`);
    });
};
