import { readTable, type Fault } from '../core/table.js';

/** How a claim may have left the registry: its time was over, or a person took it out. */
const CLAIM_ENDS = ['expired', 'retired'] as const;

interface PublicationTable {
  cleared_after_days: number;
  corrections_per_page: number;
  feed_entries: number;
  cache_seconds: number;
  claim_fell_reason: Record<(typeof CLAIM_ENDS)[number], string>;
  rating: { value: number; best: number; worst: number; name: Record<'vi' | 'en', string> };
}
const WHOLE = ['cleared_after_days', 'corrections_per_page', 'feed_entries', 'cache_seconds'] as const;

/** `config/publication.yaml`, checked. */
export const publicationTable = readTable<PublicationTable>('publication.yaml', (t): Fault[] => [
  ...WHOLE.flatMap((key): Fault[] =>
    Number.isInteger(t[key]) && t[key] >= 1 ? [] : [{ path: [key], says: `${key} must be a whole number of at least 1` }],
  ),
  ...CLAIM_ENDS.flatMap((end): Fault[] =>
    t.claim_fell_reason?.[end]?.trim().length >= 3
      ? []
      : [{ path: ['claim_fell_reason', end], says: `claim_fell_reason.${end} needs words` }],
  ),
  ...(t.rating?.name?.vi && t.rating.name.en && t.rating.worst <= t.rating.value && t.rating.value <= t.rating.best
    ? []
    : [{ path: ['rating'], says: 'rating needs a name in vi and en, and its value between worst and best' }]),
]);
