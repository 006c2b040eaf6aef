import { readTable, type Fault } from '../../core/table.js';
import type { Label } from '../../core/glossary/glossary.js';
import { ratingWords, type RatingTable } from './rating.js';

interface ExchangeTable {
  most_bytes: number;
  most_claims: number;
  similar_shown: number;
  approved_at_once: number;
  export_page: number;
  author: { type: string; name: string };
  verdict: { value: number; worst: number; best: number; name: Label };
  ratings: RatingTable;
  service: { timeout_seconds: number; most_bytes: number; page: number };
}

/** what is read into memory of one upload at all (takes-file.ts) */
const CEILING = 10_485_760;

export function exchangeFaults(t: ExchangeTable): Fault[] {
  const whole = (path: string[], value: unknown, low: number, high: number): Fault[] =>
    Number.isInteger(value) && (value as number) >= low && (value as number) <= high
      ? []
      : [{ path, says: `${path.join('.')} must be a whole number from ${low} to ${high}` }];
  const notText = (['false', 'not_false'] as const).flatMap((list) =>
    t.ratings[list].flatMap((word: unknown, i) =>
      typeof word === 'string' ? [] : [{ path: ['ratings', list, `${i}`], says: `${word} is no text; put it in quotes` }],
    ),
  );
  if (notText.length > 0) return notText;
  const both = t.ratings.not_false.filter((word) => ratingWords(t.ratings.false).has([...ratingWords([word])][0]));
  return [
    ...whole(['most_bytes'], t.most_bytes, 1_000, CEILING),
    ...whole(['most_claims'], t.most_claims, 1, 20_000),
    ...whole(['similar_shown'], t.similar_shown, 1, 10),
    ...whole(['approved_at_once'], t.approved_at_once, 1, 500),
    ...whole(['export_page'], t.export_page, 1, 5_000),
    ...whole(['service', 'timeout_seconds'], t.service.timeout_seconds, 1, 60),
    ...whole(['service', 'most_bytes'], t.service.most_bytes, 1_000, CEILING),
    ...whole(['service', 'page'], t.service.page, 1, 100),
    ...(t.author?.type && t.author.name ? [] : [{ path: ['author'], says: 'author needs a type and a name' }]),
    ...(t.verdict.worst <= t.verdict.value && t.verdict.value < t.verdict.best && t.verdict.name?.vi && t.verdict.name.en
      ? []
      : [{ path: ['verdict'], says: 'verdict needs a name in vi and en, and a value from worst to below best' }]),
    ...(t.ratings.half > 0 && t.ratings.half <= 1
      ? []
      : [{ path: ['ratings', 'half'], says: 'ratings.half must lie above 0 and at most at 1' }]),
    ...both.map((word) => ({ path: ['ratings', 'not_false'], says: `the rating “${word}” cannot mean both` })),
  ];
}

/** `config/claim-exchange.yaml`, checked. */
export const exchangeTable = readTable<ExchangeTable>('claim-exchange.yaml', exchangeFaults);
