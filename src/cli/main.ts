import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Problem } from '../core/problem/problem.js';

/** `lachan …`: every file named *.command.js here adds its commands. */
const program = new Command('lachan').description('Lá Chắn: from a report to a proved removal.').showHelpAfterError().exitOverride();
for (const file of readdirSync(import.meta.dirname)
  .filter((f) => /\.command\.js$/.test(f))
  .sort()) {
  const { default: add } = (await import(pathToFileURL(join(import.meta.dirname, file)).href)) as { default: (program: Command) => void };
  add(program);
}
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) {
    const says = error instanceof Problem ? String(error.details.detail ?? error.kind.title) : (error as Error).message;
    if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: says })}\n`);
    process.stderr.write(`${says}\n`);
  }
  process.exitCode = error instanceof CommanderError ? error.exitCode : 1;
}
