import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../core/config.js';
import type { Verdict } from '../core/events/verify.js';

/** Progress goes to stderr, so that stdout holds the outcome alone. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);
/** What a check of the log found, as JSON and in words. */
export const verdictAsJson = (v: Verdict) =>
  v.holds
    ? { holds: true, sealedTo: String(v.sealedTo), heads: v.heads }
    : { holds: false, seq: v.seq === null ? null : String(v.seq), says: v.says };
export const verdictInWords = (v: Verdict): string =>
  v.holds ? `The log holds to event ${v.sealedTo}; ${v.heads} signed heads agree.` : `The log does NOT hold: ${v.says}.`;
export const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

export function software(): string {
  const { name, version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { name: string; version: string };
  return `${name} ${version}`;
}
