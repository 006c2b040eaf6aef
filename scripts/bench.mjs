// npm run bench -- NAME [--option value …]: runs bench/NAME.mjs on the built product and prints its figures.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import './build.mjs';
import { toItsEnd } from './to-its-end.mjs';

const dir = join(import.meta.dirname, '..', 'bench');
const names = readdirSync(dir)
  .filter((f) => f.endsWith('.mjs'))
  .map((f) => f.slice(0, -4));
const [name, ...rest] = process.argv.slice(2);
if (!name || !existsSync(join(dir, `${name}.mjs`))) {
  console.error(`Which bench? One of: ${names.join(', ')}`);
  process.exit(2);
}
const { default: bench } = await import(join(dir, `${name}.mjs`));
const options = Object.fromEntries(
  rest
    .join(' ')
    .split(/\s*--/)
    .filter(Boolean)
    .map((o) => o.trim().split(/[= ]+/)),
);
const figures = await toItsEnd(() => bench(options));
console.log(JSON.stringify(figures, null, 2));
