import { CHECKS, type Check, type Fault, type Faults, type Standing } from './faults.js';
import type { Signer } from './seal.js';

/** Files that lie beside a package: tokens of time-stamp authorities over its digest, and the receipt of the log. */
export interface Beside {
  tokens: Uint8Array[];
  receipt: Uint8Array | null;
}
export interface Dated {
  /** when, by the authority's clock, and which authority */
  at: string;
  by: string;
  /** how far its clock may be off by its own word, in seconds */
  within?: number;
}
export interface Verdict {
  /** its path, or its name where it lies in another */
  file: string;
  kind: 'package' | 'dossier' | 'unreadable';
  holds: boolean;
  checks: Record<Check, Standing>;
  faults: Fault[];
  /** all that were found; `faults` holds the first */
  faultCount: number;
  signer: Signer;
  /** when the signer says that it was made */
  created: string | null;
  /** by the word of authorities */
  dated: Dated[];
  /** its place in the log */
  receipt: { seq: string; head: string } | null;
  title: string;
  address: string | null;
  software: string;
  sha256: string | null;
  bytes: number;
  files: number;
  records: number;
  /** requests that no answer came to */
  unanswered: number;
  /** of a dossier: what each of its packages says */
  exhibits: Verdict[];
}
export const nothingYet = (file: string, bytes: number): Verdict => ({
  file,
  kind: 'unreadable',
  holds: false,
  checks: Object.fromEntries(CHECKS.map((check) => [check, 'absent'])) as Record<Check, Standing>,
  faults: [],
  faultCount: 0,
  signer: { fingerprint: null, known: null },
  created: null,
  dated: [],
  receipt: null,
  title: '',
  address: null,
  software: '',
  sha256: null,
  bytes,
  files: 0,
  records: 0,
  unanswered: 0,
  exhibits: [],
});

const BESIDE = /^(timestamp|receipt)\.|^exhibits\.beside$/;
/** Whether nothing is wrong but what lies beside it. */
export const isIntact = ({ faults, faultCount }: Pick<Verdict, 'faults' | 'faultCount'>): boolean =>
  faultCount === faults.length && faults.every(({ code }) => BESIDE.test(code));

/** Writes into the verdict what the faults make of each check that was made. */
export function conclude(verdict: Verdict, faults: Faults): Verdict {
  for (const check of CHECKS) {
    if (faults.in(check)) verdict.checks[check] = faults.list.some(({ code }) => code === `${check}.absent`) ? 'absent' : 'broken';
    else if (faults.checked.has(check)) verdict.checks[check] = 'holds';
  }
  return Object.assign(verdict, { holds: faults.count === 0, faults: faults.list, faultCount: faults.count });
}
