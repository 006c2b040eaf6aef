import { readTable, type Fault } from '../core/table.js';

export const CASE_ACTS = ['verify', 'confirm', 'dismiss', 'close', 'reopen'] as const;
interface CasesTable {
  reason_needed: string[];
  why_judged: string;
  why_reported: string;
  undo_seconds: number;
  most_papers: number;
}

function faults(table: CasesTable): Fault[] {
  const acts = (table.reason_needed ?? []).flatMap((act, i) =>
    (CASE_ACTS as readonly string[]).includes(act) ? [] : [{ path: ['reason_needed', i], says: `${act} is no step of a case` }],
  );
  const texts = (['why_judged', 'why_reported'] as const).flatMap((key) =>
    table[key]?.trim().length >= 3 ? [] : [{ path: [key], says: `${key} needs a text` }],
  );
  const numbers = (['undo_seconds', 'most_papers'] as const).flatMap((key) =>
    Number.isInteger(table[key]) && table[key] >= 1 ? [] : [{ path: [key], says: `${key} must be a whole number of at least 1` }],
  );
  return [...acts, ...texts, ...numbers];
}

/** `config/cases.yaml`, checked. */
export const casesTable = readTable<CasesTable>('cases.yaml', faults);
