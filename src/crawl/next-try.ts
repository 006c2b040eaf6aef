import { crawlTable } from './crawl-table.js';
import { REFUSED_BY_ROBOTS, type CaptureResult } from './engine/index.js';

export const PROFILE_ENDED = 'profile-ended';
/** another try would come to the same */
const FINAL = new Set([REFUSED_BY_ROBOTS, PROFILE_ENDED]);
const MINUTE = 60_000;

type Ended = Pick<CaptureResult, 'ground' | 'endedAt'>;
/** In how many minutes a page is tried again after so many tries; null: no more. One that was sealed is tried again only where its server said when. */
export function minutesToNextTry({ ground, endedAt }: Ended, sealed: boolean, tries: number): number | null {
  const planned = crawlTable.retry_after_minutes[tries];
  if (planned === undefined || FINAL.has(ground.rule) || (sealed && !ground.retryAt)) return null;
  const told = ground.retryAt ? Math.ceil((Date.parse(ground.retryAt) - Date.parse(endedAt)) / MINUTE) : 0;
  return Math.max(planned, Math.min(told, crawlTable.retry_told_at_most_minutes));
}
