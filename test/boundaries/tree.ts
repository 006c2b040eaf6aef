import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceText } from './parsed.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** The real sources, by their path from the project's folder. */
export function realTree(): SourceText[] {
  return ['src', 'migrations'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((f) => /\.tsx?$/.test(f) && !f.endsWith('.d.ts'))
      .map((f) => ({ path: `${folder}/${f}`, text: readFileSync(join(ROOT, folder, f), 'utf8') })),
  );
}
