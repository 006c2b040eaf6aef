import type { KnownClaim } from './matching/claim-store.js';

/**
 * How many claims are in force, and their versions' ids taken together bit by bit, of each the first and the last eight digits: ids
 * are random and a version never changes, so two registries of the same sum say the same. `ClaimRepository` asks the database for it.
 */
export function sumOf(claims: Iterable<Pick<KnownClaim, 'versionId'>>): string {
  let [count, first, last] = [0, 0, 0];
  for (const { versionId } of claims) {
    count += 1;
    first ^= Number.parseInt(versionId.slice(0, 8), 16);
    last ^= Number.parseInt(versionId.slice(-8), 16);
  }
  return `${count} ${first} ${last}`;
}
