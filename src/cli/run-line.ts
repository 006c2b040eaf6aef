import { Command, CommanderError } from 'commander';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Problem } from '../core/problem/problem.js';
import { Stopped, WrongUse } from './wrong-use.js';

/** Runs what follows `lachan` on its line: every file named *.command.js here adds its commands. */
export async function runLine(args: readonly string[]): Promise<void> {
  const program = new Command('lachan').description('Lá Chắn: from a report to a proved removal.').showHelpAfterError().exitOverride();
  for (const file of readdirSync(import.meta.dirname)
    .filter((f) => /\.command\.js$/.test(f))
    .sort()) {
    const { default: add } = (await import(pathToFileURL(join(import.meta.dirname, file)).href)) as { default: (program: Command) => void };
    add(program);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      const says = inWords(error as NodeJS.ErrnoException);
      if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ error: says })}\n`);
      process.stderr.write(`${says}\n`);
    }
    process.exitCode = [CommanderError, WrongUse, Stopped].some((kind) => error instanceof kind) ? (error as WrongUse).exitCode : 1;
  }
}

/** What went wrong, as somebody at a keyboard says it. */
export function inWords(error: NodeJS.ErrnoException): string {
  if (error instanceof Problem) return String(error.details.detail ?? error.kind.title);
  if (error.syscall === 'write') return `Not everything could be written: ${error.message}`;
  return error.code === 'ENOENT' && error.path ? `There is no file ${error.path}` : error.message;
}
