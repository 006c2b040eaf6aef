import { readTable, type Fault } from '../core/table.js';

interface CrawlTable {
  again_after_hours: number;
  retry_after_minutes: number[];
  /** the longest that a server may make the next try wait */
  retry_told_at_most_minutes: number;
  /** captures of one host that may begin in a minute */
  host_per_minute: number;
  longest_text: number;
  replay_minutes: number;
  compared: { block: number; differs: number; another_picture: number };
  /** by which law the office looks */
  legal_basis: string;
}

const positive = (path: keyof CrawlTable, n: unknown): Fault[] =>
  typeof n === 'number' && n > 0 ? [] : [{ path: [path], says: `${path} must be a positive number` }];

const compared = ({ block, differs, another_picture: other }: CrawlTable['compared']): Fault[] => [
  ...(Number.isInteger(block) && block >= 4
    ? []
    : [{ path: ['compared', 'block'], says: 'block must be a whole number of points, 4 or more' }]),
  ...(differs >= 0 && differs < 255 ? [] : [{ path: ['compared', 'differs'], says: 'differs must lie between 0 and 254' }]),
  ...(other > 0 && other <= 1 ? [] : [{ path: ['compared', 'another_picture'], says: 'another_picture must be a share above 0, up to 1' }]),
];

/** `config/crawl.yaml`, checked. */
export const crawlTable = readTable<CrawlTable>('crawl.yaml', (t) => [
  ...positive('again_after_hours', t.again_after_hours),
  ...positive('retry_told_at_most_minutes', t.retry_told_at_most_minutes),
  ...positive('longest_text', t.longest_text),
  ...positive('replay_minutes', t.replay_minutes),
  ...positive('host_per_minute', t.host_per_minute),
  ...compared(t.compared),
  ...(t.legal_basis ? [] : [{ path: ['legal_basis'], says: 'legal_basis must name a law' }]),
  ...t.retry_after_minutes.flatMap((n, i) =>
    n > 0 ? [] : [{ path: ['retry_after_minutes', i], says: 'a pause before another try must be a positive number of minutes' }],
  ),
]);
