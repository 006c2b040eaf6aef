const FIRST = Date.UTC(1990, 0, 1);
const DAYS_AHEAD = 2;
const DAY = 86_400_000;

/** When a post says that it was posted, if that can be: not before there were pages, and no later than tomorrow of any time zone. What it says stays in the record as it says it. */
export function postedAt(says: string | null | undefined, seenAt: string): string | null {
  const at = says ? Date.parse(says) : Number.NaN;
  return at >= FIRST && at <= Date.parse(seenAt) + DAYS_AHEAD * DAY ? new Date(at).toISOString() : null;
}
