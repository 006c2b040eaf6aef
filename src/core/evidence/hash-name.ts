import { Problem } from '../problem/problem.js';

/** No name leads out of a store: a name there is a SHA-256 and nothing else. */
export function refuseOtherNames(sha256: string): void {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Problem('invalid', { detail: 'A SHA-256 has 64 hexadecimal digits' });
}
