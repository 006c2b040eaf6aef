import { priorityOf, type PriorityInput } from './priority.js';
import { triageTable } from './triage-table.js';

/** Sets an item's priority and factors from what is known now. */
export function prioritise(item: { priority: number; factors: unknown; reports: number }, top: PriorityInput['top']): void {
  Object.assign(item, priorityOf({ top, reports: item.reports }, triageTable));
}
