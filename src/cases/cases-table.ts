import { readTable, type Fault } from '../core/table.js';

export const CASE_ACTS = ['verify', 'confirm', 'dismiss', 'close', 'reopen'] as const;
interface CasesTable {
  reason_needed: string[];
  why_judged: string;
  why_reported: string;
  undo_seconds: number;
}

function faults(table: CasesTable): Fault[] {
  const acts = (table.reason_needed ?? []).flatMap((act, i) =>
    (CASE_ACTS as readonly string[]).includes(act) ? [] : [{ path: ['reason_needed', i], says: `${act} is no step of a case` }],
  );
  const texts = (['why_judged', 'why_reported'] as const).flatMap((key) =>
    table[key]?.trim().length >= 3 ? [] : [{ path: [key], says: `${key} needs a text` }],
  );
  const seconds = Number.isInteger(table.undo_seconds) && table.undo_seconds >= 1;
  return [...acts, ...texts, ...(seconds ? [] : [{ path: ['undo_seconds'], says: 'undo_seconds must be a whole number of at least 1' }])];
}

/** `config/cases.yaml`, checked. */
export const casesTable = readTable<CasesTable>('cases.yaml', faults);
