import type { Faults, Standing } from './faults.js';
import type { Beside, Dated, Verdict } from './verdict.js';

/** What a token or a receipt is about. */
export interface About {
  /** the bytes of datapackage-digest.json, over which authorities speak */
  digest: Uint8Array;
  /** SHA-256 of the whole file, which the log holds */
  sha256: string;
}
/** Who can read what lies beside a package. `says`: why it is broken, in the reader's own words. */
export interface Witnesses {
  tokens?(tokens: readonly Uint8Array[], about: About): Promise<{ is: Standing; says?: string; dated: Dated[] }>;
  receipt?(receipt: Uint8Array, about: About): Promise<{ is: Standing; says?: string; place: Verdict['receipt'] }>;
}

export async function checkBeside(verdict: Verdict, beside: Beside, about: About, witnesses: Witnesses, faults: Faults): Promise<void> {
  if (beside.tokens.length > 0) {
    const told = await witnesses.tokens?.(beside.tokens, about);
    verdict.checks.timestamp = told?.is ?? 'pending';
    verdict.dated = told?.dated ?? [];
    if (told?.is === 'broken') faults.add('timestamp.broken', '', { says: told.says ?? '' });
  }
  if (beside.receipt) {
    const told = await witnesses.receipt?.(beside.receipt, about);
    verdict.checks.receipt = told?.is ?? 'pending';
    verdict.receipt = told?.place ?? null;
    if (told?.is === 'broken') faults.add('receipt.broken', '', { says: told.says ?? '' });
  }
}
