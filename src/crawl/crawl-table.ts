import { readTable, type Fault } from '../core/table.js';

interface CrawlTable {
  again_after_hours: number;
  retry_after_minutes: number[];
  /** captures of one host that may begin in a minute */
  host_per_minute: number;
  longest_text: number;
  replay_minutes: number;
  /** by which law the office looks */
  legal_basis: string;
}

const positive = (path: keyof CrawlTable, n: unknown): Fault[] =>
  typeof n === 'number' && n > 0 ? [] : [{ path: [path], says: `${path} must be a positive number` }];

/** `config/crawl.yaml`, checked. */
export const crawlTable = readTable<CrawlTable>('crawl.yaml', (t) => [
  ...positive('again_after_hours', t.again_after_hours),
  ...positive('longest_text', t.longest_text),
  ...positive('replay_minutes', t.replay_minutes),
  ...positive('host_per_minute', t.host_per_minute),
  ...(t.legal_basis ? [] : [{ path: ['legal_basis'], says: 'legal_basis must name a law' }]),
  ...t.retry_after_minutes.flatMap((n, i) =>
    n > 0 ? [] : [{ path: ['retry_after_minutes', i], says: 'a pause before another try must be a positive number of minutes' }],
  ),
]);
