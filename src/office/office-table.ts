import { readTable, type Fault } from '../core/table.js';

interface Text {
  vi: string;
  en: string;
}
interface OfficeTable {
  deadline_near_days: number;
  work_lines: number;
  search_lines: number;
  search_seconds: number;
  verify_wait_seconds: number;
  verify_again_seconds: number;
  clock_days: number;
  saved_lists: number;
  shared_lists: number;
  counted_to: number;
  counts_ms: number;
  gave_up: { default: Text; handlers: Record<string, Text> };
}
const NUMBERS = [
  'deadline_near_days',
  'work_lines',
  'search_lines',
  'search_seconds',
  'verify_wait_seconds',
  'verify_again_seconds',
  'clock_days',
  'saved_lists',
  'shared_lists',
  'counted_to',
  'counts_ms',
] as const;

function faults(table: OfficeTable): Fault[] {
  const numbers = NUMBERS.filter((key) => !(Number.isInteger(table[key]) && table[key] >= 1)).map((key) => ({
    path: [key],
    says: `${key} must be a whole number of at least 1`,
  }));
  const texts = Object.entries({ ...table.gave_up?.handlers, default: table.gave_up?.default })
    .filter(([, text]) => ![text?.vi, text?.en].every((t) => t?.includes('{n}')))
    .map(([name]) => ({
      path: name === 'default' ? ['gave_up', name] : ['gave_up', 'handlers', name],
      says: `${name} needs a text in vi and en, with {n}`,
    }));
  return [...numbers, ...texts];
}

/** `config/office.yaml`, checked. */
export const officeTable = readTable<OfficeTable>('office.yaml', faults);

/** What it means that so many deliveries to this handler gave up. */
export function gaveUp(handler: string, n: number): Text {
  const text = officeTable.gave_up.handlers[handler] ?? officeTable.gave_up.default;
  const fill = (t: string) => t.replaceAll('{n}', String(n)).replaceAll('{handler}', handler);
  return { vi: fill(text.vi), en: fill(text.en) };
}
