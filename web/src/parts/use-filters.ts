import { useAddress } from './use-address.js';

/** The filters of a list, kept in the address: a link that is sent shows the same, and Back undoes a choice. */
export function useFilters(): [(name: string) => string, (values: Record<string, string>, options?: { replace?: boolean }) => void] {
  const [search, setSearch] = useAddress();
  const set = (values: Record<string, string>, options?: { replace?: boolean }) =>
    setSearch((old) => {
      const next = new URLSearchParams(old);
      for (const [name, value] of Object.entries(values)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    }, options);
  return [(name) => search.get(name) ?? '', set];
}
