import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The project's own folder, where `config/` lies, found upwards from this file (dist or src). */
export const projectRoot = ((): string => {
  let dir = import.meta.dirname;
  while (!existsSync(join(dir, 'package.json'))) dir = join(dir, '..');
  return dir;
})();
