import { readSettings } from '../../core/config.js';
import { House } from './house.js';
import { Refusal } from './single.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
let house: House | undefined;
let closing = false;

async function close(code: number): Promise<void> {
  if (closing) return;
  closing = true;
  await house?.stop();
  process.exit(code);
}
process.on('SIGINT', () => {
  if (!closing) say('\nClosing…');
  void close(0);
});
process.on('SIGTERM', () => void close(0));
process.on('disconnect', () => void close(0));

function sentence(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOSPC' || /disk is full|No space left/.test(error.message))
    return 'The disk is full: free some room and start again.';
  if (error instanceof Refusal || error.message.startsWith('Configuration: ')) return error.message;
  if (error.code === 'EACCES' || error.code === 'EROFS') return `The data folder cannot be written: ${error.message}.`;
  return error.stack ?? String(error);
}
try {
  house = new House(readSettings(), say);
  await house.start();
} catch (error) {
  process.stderr.write(`${sentence(error as NodeJS.ErrnoException)}\n`);
  await close(1);
}
