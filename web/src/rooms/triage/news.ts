/** How many rows of the newest page stand where the list does not have them: before its last row, or anywhere if it is whole. */
export function countNews(newest: readonly string[], listed: ReadonlySet<string>, whole: boolean): number {
  const end = whole ? newest.length : newest.findLastIndex((id) => listed.has(id)) + 1;
  return newest.slice(0, end).filter((id) => !listed.has(id)).length;
}
