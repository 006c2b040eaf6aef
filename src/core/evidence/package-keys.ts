import { createHash, type KeyObject } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A public key by which packages were signed for a time; it ends where the next one begins. */
export interface PackageKey {
  /** SHA-256 over the DER bytes of the key */
  fingerprint: string;
  from: string;
  to: string | null;
  pem: string;
  /** its certificates in PEM, its own first, where it has any */
  certificates?: string[];
}
type Listed = Omit<PackageKey, 'to'>;
const FILE = 'packages.jsonl';

export const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');

/** The public keys of packages, in order of time, as far as they were listed in this folder of keys. */
export function packageKeys(keyDir: string): PackageKey[] {
  const lines = listed(keyDir);
  const begun = lines.filter(({ fingerprint }, i) => fingerprint !== lines[i - 1]?.fingerprint); // two captures may list it at once
  return begun.map((key, i) => ({ ...key, to: begun[i + 1]?.from ?? null }));
}

/** Lists the key that signs from now on, unless it is the last one listed; `since`: for the very first. */
export function listKey(
  keyDir: string,
  { publicKey, certificates }: { publicKey: KeyObject; certificates: readonly string[] },
  since: Date,
): void {
  const last = listed(keyDir).at(-1);
  const fingerprint = fingerprintOf(publicKey);
  if (last?.fingerprint === fingerprint) return;
  const line: Listed = {
    fingerprint,
    from: (last ? new Date() : since).toISOString(),
    pem: String(publicKey.export({ type: 'spki', format: 'pem' })),
    ...(certificates.length > 0 ? { certificates: [...certificates] } : {}),
  };
  mkdirSync(keyDir, { recursive: true, mode: 0o700 });
  appendFileSync(join(keyDir, FILE), `\n${JSON.stringify(line)}\n`, { mode: 0o640, flush: true });
}

/** A line that a full disk or a kill cut off holds no key. */
function listed(keyDir: string): Listed[] {
  const file = join(keyDir, FILE);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as Listed];
      } catch {
        return [];
      }
    });
}
