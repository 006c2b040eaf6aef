export const SPREAD_STANCES = ['spread', 'denial', 'question', 'unrelated', 'unclear'] as const;
export type SpreadStance = (typeof SPREAD_STANCES)[number];
/** How a post was judged, as far as the plot tells it apart. */
export const SPREAD_JUDGED = ['waiting', 'false-statement-of-fact', 'other'] as const;
export type SpreadJudged = (typeof SPREAD_JUDGED)[number];
export type SpreadBy = 'day' | 'week';

/** Posts of one day, or of the week that begins then. */
export interface SpreadColumn {
  from: string;
  posts: number;
  stance: Record<SpreadStance, number>;
  judged: Record<SpreadJudged, number>;
}
/** So many posts of a day or week that do this with the claim and were judged so. */
export interface SpreadCount {
  from: string;
  stance: string | null;
  judgement: string | null;
  n: number;
}

const DAY_MS = 86_400_000;
const among = <T extends string>(names: readonly T[], name: string | null, rest: T): T => names.find((n) => n === name) ?? rest;
const none = <T extends string>(names: readonly T[]): Record<T, number> =>
  Object.fromEntries(names.map((n) => [n, 0])) as Record<T, number>;

/** A column for each day or week from the first to the last; one on which nothing was posted is empty. */
export function columnsOf(counts: readonly SpreadCount[], by: SpreadBy): SpreadColumn[] {
  if (counts.length === 0) return [];
  const days = counts.map((c) => Date.parse(c.from));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const step = by === 'day' ? DAY_MS : 7 * DAY_MS;
  const columns = Array.from({ length: Math.round((last - first) / step) + 1 }, (_, i): SpreadColumn => {
    const from = new Date(first + i * step).toISOString().slice(0, 10);
    return { from, posts: 0, stance: none(SPREAD_STANCES), judged: none(SPREAD_JUDGED) };
  });
  for (const [i, { stance, judgement, n }] of counts.entries()) {
    const column = columns[Math.round((days[i] - first) / step)];
    column.posts += n;
    column.stance[among(SPREAD_STANCES, stance, 'unclear')] += n;
    column.judged[judgement === null ? 'waiting' : among(SPREAD_JUDGED, judgement, 'other')] += n;
  }
  return columns;
}
