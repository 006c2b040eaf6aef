import { crawlTable } from './crawl-table.js';

export const PROFILE_ENDED = 'profile-ended';
const MINUTE = 60_000;

interface Ended {
  ground: { rule: string; retryAt?: string };
  endedAt: string;
  /** grounds of which another try would come to the same */
  final: ReadonlySet<string>;
}
/** In how many minutes a page is tried again after so many tries; null: no more. One that was sealed is tried again only where its server said when. */
export function minutesToNextTry({ ground, endedAt, final }: Ended, sealed: boolean, tries: number): number | null {
  const planned = crawlTable.retry_after_minutes[tries];
  if (planned === undefined || final.has(ground.rule) || (sealed && !ground.retryAt)) return null;
  const told = ground.retryAt ? Math.ceil((Date.parse(ground.retryAt) - Date.parse(endedAt)) / MINUTE) : 0;
  return Math.max(planned, Math.min(told, crawlTable.retry_told_at_most_minutes));
}
