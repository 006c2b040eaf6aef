import { readTable, type Fault } from '../core/table.js';
import type { PriorityRules } from './priority.js';
import { JUDGEMENTS } from './judgement.js';

interface TriageTable extends PriorityRules { undo_seconds: number; reason_needed: string[]; judgements: string[] }

function faults(table: TriageTable): Fault[] {
  const found: Fault[] = [];
  for (const [name, weight] of Object.entries(table.weights)) if (!(weight >= 0 && weight <= 1000)) found.push({ path: ['weights', name], says: `weight ${name} must lie between 0 and 1000` });
  for (const [i, j] of table.reason_needed.entries()) if (!table.judgements.includes(j)) found.push({ path: ['reason_needed', i], says: `${j} is no judgement` });
  for (const [i, j] of table.judgements.entries()) if (!(JUDGEMENTS as readonly string[]).includes(j)) found.push({ path: ['judgements', i], says: `${j} is no judgement that the house knows` });
  return found;
}

/** `config/triage.yaml`, checked. */
export const triageTable = readTable<TriageTable>('triage.yaml', faults);
