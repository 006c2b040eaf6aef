import { toAddress } from '../../parts/address.js';
import { useAddress } from '../../parts/use-address.js';

/** What narrows and orders the queue; the address holds it, so a link shows a colleague the same. */
export const FILTERS = ['state', 'platform', 'topic', 'claim', 'claimId', 'since', 'until', 'sort', 'q'] as const;
export type FilterName = (typeof FILTERS)[number];
export type QueueFilter = Partial<Record<FilterName, string>>;
export const NO_FILTER = Object.fromEntries(FILTERS.map((name) => [name, '']));

export function useQueueFilter() {
  const [search, setSearch] = useAddress();
  const filter: QueueFilter = {};
  for (const name of FILTERS) {
    const value = search.get(name);
    if (value) filter[name] = value;
  }
  const set = (name: FilterName, value: string | null) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const clear = () => setSearch(() => new URLSearchParams(filter.state ? { state: filter.state } : {}), { replace: true });
  const narrowed = FILTERS.filter((name) => name !== 'state' && filter[name]);
  return { filter, set, clear, narrowed, address: toAddress(search) };
}
