import { toAddress } from '../../parts/address.js';
import { useAddress } from '../../parts/use-address.js';

/** What narrows and orders the queue; the address holds it, so a link shows a colleague the same. */
export const FILTERS = ['state', 'platform', 'topic', 'claim', 'claimId', 'since', 'until', 'sort', 'copies', 'q'] as const;
export type FilterName = (typeof FILTERS)[number];
export type QueueFilter = Partial<Record<FilterName, string>>;
export const NO_FILTER = Object.fromEntries(FILTERS.map((name) => [name, '']));

/** which list it is and how it is shown, not what of it */
const KEPT: FilterName[] = ['state', 'copies'];
/** What the API is asked: copies stand together where nobody wants them apart. */
export const askedFor = (filter: QueueFilter): QueueFilter => ({ copies: 'together', ...filter });
/** Whether what the list shows is one line for all copies. */
export const isTogether = (filter: QueueFilter): boolean => !filter.state && filter.copies !== 'apart';

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
  const clear = () =>
    setSearch(() => new URLSearchParams(KEPT.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []))), { replace: true });
  const narrowed = FILTERS.filter((name) => !KEPT.includes(name) && filter[name]);
  return { filter, set, clear, narrowed, address: toAddress(search) };
}
