// Loader hooks: our TypeScript through swc, and `@jest/globals` as the globals of the suite that runs.
import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SWC } from '../../../scripts/transpile.mjs';

const GLOBALS = new URL('./globals.mjs', import.meta.url).href;

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  const ours = /^\.{1,2}\/.*\.js$/.test(specifier) && /\.tsx?$/.test(context.parentURL ?? '');
  if (!ours && !/\.tsx?$/.test(specifier)) return next(specifier, context);
  for (const suffix of ['.ts', '.tsx', '.js']) {
    try {
      return await next(specifier.replace(/\.(js|tsx?)$/, suffix), context);
    } catch (error) {
      if (error.code !== 'ERR_MODULE_NOT_FOUND' || suffix === '.js') throw error;
    }
  }
}

export async function load(url, context, next) {
  if (!/^file:.*\.tsx?$/.test(url)) return next(url, context);
  return { format: 'module', source: transpiled(fileURLToPath(url)).code, shortCircuit: true };
}

export function transpiled(file, options = {}) {
  return transformSync(readFileSync(file, 'utf8'), { ...SWC, ...options, filename: file });
}
