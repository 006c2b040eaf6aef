import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../core/config.js';

/** Progress goes to stderr, so that stdout holds the outcome alone. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);
export const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

export function software(): string {
  const { name, version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { name: string; version: string };
  return `${name} ${version}`;
}
