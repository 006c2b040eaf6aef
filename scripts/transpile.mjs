// Server code and migrations as JavaScript, file by file; types are `npm test`'s to check.
import { transformFileSync } from '@swc/core';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const SWC = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'es6' },
};

export function transpile(root, out, folders = ['src', 'migrations']) {
  for (const folder of folders) {
    for (const file of readdirSync(join(root, folder), { recursive: true })) {
      if (!/\.tsx?$/.test(file) || /\.(spec|d)\.ts$/.test(file)) continue;
      const target = join(out, folder, file.replace(/\.tsx?$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      const parser = { ...SWC.jsc.parser, tsx: file.endsWith('x') };
      writeFileSync(target, transformFileSync(join(root, folder, file), { ...SWC, jsc: { ...SWC.jsc, parser } }).code);
    }
  }
}
