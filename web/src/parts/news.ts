/** How many rows of the newest page stand where the list does not have them: before its last row, or anywhere if it is whole. */
export function countNews(newest: readonly string[], listed: ReadonlySet<string>, whole: boolean): number {
  const end = whole ? newest.length : newest.findLastIndex((id) => listed.has(id)) + 1;
  return newest.slice(0, end).filter((id) => !listed.has(id)).length;
}

/** Every row of a list that is renewed has an id. */
const idOf = (row: unknown): string => (row as { id: string }).id;
/** How many rows the newest page has that the list has not, and how many of the list's first rows it has no more. */
export interface News {
  fresh: number;
  left: number;
}
export function newsIn(newest: { items: readonly unknown[]; nextCursor: string | null }, listed: readonly unknown[], whole: boolean): News {
  const now = new Set(newest.items.map(idOf));
  const was = new Set(listed.map(idOf));
  const end = newest.nextCursor === null ? listed.length : listed.findLastIndex((r) => now.has(idOf(r))) + 1;
  return {
    fresh: countNews([...now], was, whole),
    left: listed.slice(0, end).filter((r) => !now.has(idOf(r))).length,
  };
}
/** The rows in their places, each as it stands in the newest page. */
export function fresher<T>(listed: T[], newest: readonly T[]): T[] {
  const now = new Map(newest.map((r) => [idOf(r), r]));
  return listed.map((r) => now.get(idOf(r)) ?? r);
}
