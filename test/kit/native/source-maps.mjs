import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transpiled } from './typescript.mjs';

/** Where Jest finds the map of a file of ours: made when a stack first names it, since few files are ever named. */
export class SourceMaps extends Map {
  get(name) {
    if (!/\.tsx?$/.test(name)) return undefined;
    if (!this.has(name)) this.set(name, this.#write(name.startsWith('file:') ? fileURLToPath(name) : name));
    return super.get(name);
  }
  #write(file) {
    if (this.size === 0) process.once('exit', () => this.forEach((map) => rmSync(map, { force: true })));
    const map = join(process.env.TEST_RUN_DIR ?? tmpdir(), `lachan-${process.pid}-${this.size}.map`);
    writeFileSync(map, transpiled(file, { sourceMaps: true }).map);
    return map;
  }
}
