import type { Signer } from '../../core/verification/seal.js';
import { verifyFile } from '../../core/verification/node/verify-file.js';
import { verificationWords } from '../../core/verification/node/words-table.js';
import { Sayings } from '../../core/verification/words.js';

export interface Said {
  holds: boolean;
  says: string;
  faults: string[];
  signer: Signer;
}
/** Checks a package against itself, in words. */
export async function verifyPackage(file: string, keys: readonly string[] = []): Promise<Said> {
  const verdict = await verifyFile(file, keys);
  const sayings = new Sayings(verificationWords, 'en');
  return {
    holds: verdict.holds,
    says: sayings.verdict(verdict),
    faults: verdict.faults.map((fault) => sayings.fault(fault)),
    signer: verdict.signer,
  };
}
