import 'reflect-metadata';
import { inWords, runLine } from './run-line.js';

/** `lachan …`. Whoever reads the outcome may leave, and a disk that it goes to may be full. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.stderr.write(`${inWords(error)}\n`);
  process.exit(1);
});
await runLine(process.argv.slice(2));
