import type { Command } from 'commander';
import { whole } from './options.js';
import type { Training } from './train-matcher.js';

export default (program: Command): void => {
  const train = program.command('train').description('Models made from what people decided.');
  judged(
    train
      .command('matcher')
      .description('Train the model that ranks claims for a post, and judge it by cross-validation. Needs no server and no database.')
      .requiredOption('--data <dir>', 'a folder of claims.jsonl, posts.jsonl and qrels.tsv, or of pairs.jsonl; may be given again', more),
  )
    .addHelpText('after', '\nExample:\n  lachan train matcher --data training/stance --out matcher.model.json')
    .action(async (options: Training & { json?: boolean }) => {
      const { trainMatcher } = await import('./train-matcher.js'); // the tables of matching are read by this command alone
      say(await trainMatcher(options), options.json);
    });
  judged(
    train
      .command('stance')
      .description('Train the model that tells what a post does with a claim, and judge it on claims that it has not seen.')
      .requiredOption('--data <dir>', 'a folder of pairs.jsonl {lang, claim, post, author?, stance}, frames.jsonl and talk.jsonl'),
  )
    .addHelpText('after', '\nExample:\n  lachan train stance --data training/stance --out stance.model.json')
    .action(async (options: Omit<Training, 'data'> & { data: string; json?: boolean }) => {
      const { trainStance } = await import('./train-stance.js');
      say(await trainStance(options), options.json);
    });
  judged(
    train
      .command('style')
      .description(
        'Train the model that tells the style of posts, and judge it by cross-validation. It learns source and style, not truth.',
      )
      .requiredOption(
        '--data <path>',
        'CSV with the columns text (or tweet) and label, or a JSON object a line, {text, label}; of a folder the files named *train*, else all',
      ),
  )
    .addHelpText('after', '\nExample:\n  lachan train style --data constraint/Constraint_Train.csv --out style.model.json')
    .action(async (options: Omit<Training, 'data'> & { data: string; json?: boolean }) => {
      const [{ trainStyle }, { drivingInWords }] = await Promise.all([import('./train-style.js'), import('./style-words.js')]);
      const done = await trainStyle(options);
      say(done, options.json);
      if (!options.json) process.stdout.write(`${drivingInWords(done.drives)}\n${done.note}\n`);
    });
};

function judged(command: Command): Command {
  return command
    .requiredOption('--out <file>', 'where to write the model')
    .option('--folds <n>', 'parts by which it is judged', whole(2, 50), 5)
    .option('--seed <n>', 'what shuffles the parts', whole(0, 2 ** 31), 1)
    .option('--json', 'one line of JSON on stdout at the end');
}

function say(done: { out: string; figures: Record<string, number> }, json = false): void {
  const lines = Object.entries(done.figures).map(([name, value]) => `${name}: ${value}`);
  process.stdout.write(json ? `${JSON.stringify(done)}\n` : `${lines.join('\n')}\nWritten to ${done.out}\n`);
}

const more = (dir: string, before: string[] = []): string[] => [...before, dir];
