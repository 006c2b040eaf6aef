export type Narrowed = Record<string, string>;

/** What belongs to one record makes no list to come back to. */
const OF_ONE_RECORD = ['caseId', 'claimId', 'id'];

/** The filter of a list without what is not chosen; null where it belongs to one record. */
export function narrowedBy(filter: Record<string, string | null | undefined>): Narrowed | null {
  if (OF_ONE_RECORD.some((key) => filter[key])) return null;
  return Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
export const sameFilter = (a: Narrowed, b: Narrowed): boolean => {
  const text = (filter: Narrowed) => JSON.stringify(Object.entries(filter).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
};
/** The address with another filter of the list in it; whatever else it holds stays. */
export function withFilter(address: URLSearchParams, keys: string[], filter: Narrowed): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const key of keys) next.delete(key);
  for (const [key, value] of Object.entries(filter)) next.set(key, value);
  return next;
}
