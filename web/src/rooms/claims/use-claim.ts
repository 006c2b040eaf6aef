import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.js';
import type { Claim, ClaimVersion } from '../../api/types.js';

type Told = Pick<Claim, 'id' | 'state' | 'version' | 'retirement' | 'mergedInto' | 'merge' | 'overtaken'> & {
  posts: number;
  versions: ClaimVersion[];
};

/** One claim as its card shows it, by its newest version. */
export const useClaim = (id: string | null) =>
  useQuery({
    queryKey: ['claim', id],
    enabled: id !== null,
    queryFn: async ({ signal }): Promise<Claim> => {
      const { versions, posts, ...claim } = await get<Told>(`/claims/${id}`, signal);
      return { ...versions[0], ...claim, versionId: versions[0].id, matches: posts };
    },
  });
