import type { Candidate } from '../../src/enforcement/penalty/candidate.js';
import { computePenalty, type Penalty } from '../../src/enforcement/penalty/compute.js';
import type { CaseFault } from '../../src/enforcement/penalty/field-reader.js';
import { penaltyLaw } from '../../src/enforcement/penalty/penalty-table.js';
import { readCase } from '../../src/enforcement/penalty/read-case.js';

export const ZONE = 'Asia/Ho_Chi_Minh';
type Json = Record<string, unknown>;

/** An act by one person as `lachan penalty compute` takes it; what is given replaces the ordinary. */
export const act = (given: Json = {}): Json => ({
  types: ['false-info-social'],
  where: 'social-network',
  started: '2021-07-26',
  status: { answer: 'ended', reason: 'removed on the same day' },
  ...given,
});
export const caseOf = (acts: Json[], given: Json = {}): Json => ({ subject: { kind: 'individual' }, acts, ...given });

export function compute(value: unknown): Penalty {
  const read = readCase(value, penaltyLaw, ZONE);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return computePenalty(read.case, penaltyLaw);
}
export function faultsOf(value: unknown): CaseFault[] {
  const read = readCase(value, penaltyLaw, ZONE);
  return 'faults' in read ? read.faults : [];
}
/** Every candidate of the first act, by reading. */
export const shown = (penalty: Penalty): [string, string[]][] =>
  penalty.acts[0].readings.map((r) => [r.reading, r.candidates.map((c) => c.provision)]);
export function candidateOf(penalty: Penalty, provision: string, index = 0): Candidate {
  const found = penalty.acts[index].readings.flatMap((r) => [...r.candidates, ...r.lighter]).find((c) => c.provision === provision);
  if (!found) throw new Error(`${provision} is not among ${JSON.stringify(shown(penalty))}`);
  return found;
}
