import { priorityOf, type PriorityInput } from './priority.js';
import { triageTable } from './triage-table.js';

/** Sets an item's priority, factors and topic from what is known now. */
export function prioritise(
  item: { priority: number; factors: unknown; reports: number; topic: string | null; sampled?: boolean | null },
  top: (NonNullable<PriorityInput['top']> & { topic: string }) | null,
): void {
  Object.assign(item, priorityOf({ top, reports: Math.max(1, item.reports), sampled: item.sampled }, triageTable), {
    topic: top?.topic ?? null,
  });
}
