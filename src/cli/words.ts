import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../core/config.js';
import type { Verdict } from '../core/events/verify.js';

/** Progress goes to stderr, so that stdout holds the outcome alone. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);
/** What a check of the log found, as JSON and in words. */
export const verdictAsJson = (v: Verdict) =>
  v.holds
    ? {
        holds: true,
        sealedTo: String(v.sealedTo),
        provedTo: String(v.provedTo),
        heads: v.heads,
        ...(v.misdated ? { misdated: v.misdated.count, says: v.misdated.says } : {}),
      }
    : { holds: false, seq: v.seq === null ? null : String(v.seq), says: v.says };
export function verdictInWords(v: Verdict): string {
  if (!v.holds) return `The log does NOT hold: ${v.says}.`;
  const misdated = v.misdated
    ? `\nBut look at ${v.misdated.count} that cannot have been written when they say; the first: ${v.misdated.says}.`
    : '';
  const after = v.sealedTo - v.provedTo;
  const proved = `proved to event ${v.provedTo} by the heads given (${v.heads} agree)`;
  const rest = after > 0n ? `; the ${after} events after it only by the office's own chain` : '';
  return `The log holds to event ${v.sealedTo}: ${proved}${rest}.${misdated}`;
}
export const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

export function software(): string {
  const { name, version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { name: string; version: string };
  return `${name} ${version}`;
}
