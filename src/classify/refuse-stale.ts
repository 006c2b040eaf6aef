import { Problem } from '../core/problem/problem.js';
import type { TriageItemRow } from './triage.entity.js';
import './problems.js';

/** Refuses a change made on an older reading, and says what the item is now. */
export function refuseStale(
  item: Pick<TriageItemRow, 'version' | 'state' | 'lookAgain' | 'priority' | 'textSha256' | 'captureId'>,
  version: number | undefined,
): void {
  if (version === undefined || version === item.version) return;
  const { state, lookAgain, priority, textSha256, captureId } = item;
  throw new Problem('stale', { current: { version: item.version, state, lookAgain, priority, textSha256, captureId } });
}
