/** What was read for several keys at once, by key; one of which nothing was read has an empty list. */
export function groupedBy<T>(keys: readonly string[], pairs: Iterable<readonly [string, T]>): Map<string, T[]> {
  const found = new Map<string, T[]>(keys.map((key) => [key, []]));
  for (const [key, value] of pairs) found.get(key)?.push(value);
  return found;
}
