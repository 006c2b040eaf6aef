import { readCase } from '../penalty/read-case.js';
import type { Act, PenaltyCase } from '../penalty/penalty-case.js';
import type { CaseFault } from '../penalty/field-reader.js';
import type { PenaltyLaw } from '../penalty/law.js';

/** The act as a form gives it: days, months or moments as text. */
export interface ActInput {
  types: string[];
  where: string;
  started: string;
  discovered?: string | null;
  status?: { answer: string; ended?: string | null; reason: string } | null;
  returnedByPolice?: boolean;
  evasionEnded?: string | null;
}
/** What legal staff add to a record when they decide on it. */
export interface DecidingInput {
  circumstances?: string[];
  amount?: { value: number; reason: string } | null;
  crime?: { signs: string[]; refer?: boolean | null; reason?: string | null };
}
export interface CaseInput extends DecidingInput {
  subject: { kind: string; age?: number | null };
  act: ActInput;
  provision?: { id: string; reason: string } | null;
}

/** Reads a record, and what is decided on it, as the law of penalties reads every case; a fault bears the name of its field. */
export function readInput(input: CaseInput, law: PenaltyLaw, timeZone: string): { case: PenaltyCase; act: Act } | { faults: CaseFault[] } {
  const { subject, provision, circumstances, amount, crime } = input;
  const { types, where, started, discovered, status, returnedByPolice, evasionEnded } = input.act;
  const act = { types, where, started, discovered, status, returnedByPolice, evasionEnded, provision, circumstances, amount };
  const read = readCase({ subject, acts: [act], crime: crime ?? {} }, law, timeZone);
  if ('faults' in read) return { faults: read.faults.map((f) => ({ ...f, field: f.field.replace(/^acts\[0\]\.?/, 'act.') })) };
  return { case: read.case, act: read.case.acts[0] };
}
