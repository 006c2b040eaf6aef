import { useQuery } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.js';
import type { TriageLine } from '../../api/types.js';
import { toAddress } from '../../parts/address.js';
import { useAddress } from '../../parts/use-address.js';
import { isTogether, type QueueFilter } from './queue-filter.js';

const NONE: TriageLine[] = [];

/** Which copies are unfolded, as the address says, and the lines of them. */
export function useUnfolded(filter: QueueFilter) {
  const [search, setSearch] = useAddress();
  const group = isTogether(filter) ? search.get('unfold') : null;
  const members = useQuery({
    queryKey: ['triage-copies', group, filter],
    queryFn: ({ signal }) => allPages<TriageLine>('/triage', { ...filter, copies: 'apart', group }, { signal }),
    enabled: group !== null,
  }).data;
  const unfold = (next: string) => setSearch((old) => (old.set('unfold', next), old), { replace: true });
  const folded = new URLSearchParams(search);
  folded.delete('unfold');
  return { group, members: members?.items ?? NONE, unfold, folded: toAddress(folded) };
}
