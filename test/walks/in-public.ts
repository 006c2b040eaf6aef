import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { download } from '../../src/cli/public-download.js';
import { verifyPublic } from '../../src/cli/public-verify.js';
import { CONFIG, type Config } from '../../src/core/config.js';
import { verifyLog } from '../../src/core/events/verify-log.js';
import { outcomeOf } from '../../src/publication/figures/acts.js';
import type { StatisticLine } from '../../src/publication/figures/statistics.js';
import { KeepStatistics } from '../../src/publication/index.js';
import { publish } from '../contracts/public-log-setup.js';
import { hold, type Books } from './books.js';
import type { Stage } from './stage.js';

/** Every figure in all, over all words. */
export type Totals = Record<string, number>;
const COUNTED_BY_SUM = ['links-asked', 'fines-issued', 'fines-paid', 'fines-annulled', 'fines-refunded'];
const totalsOf = (lines: readonly StatisticLine[]): Totals => {
  const totals: Totals = {};
  for (const { figure, month, count, sum } of lines)
    if (month === 'all') totals[figure] = (totals[figure] ?? 0) + (COUNTED_BY_SUM.includes(figure) ? (sum ?? 0) : count);
  return totals;
};
const statistics = async (stage: Stage): Promise<StatisticLine[]> =>
  ((await stage.outsider.call('GET', '/api/statistics')).body as unknown as { lines: StatisticLine[] }).lines;

export async function totalsNow(stage: Stage): Promise<Totals> {
  await publish(stage.office);
  return totalsOf(await statistics(stage));
}

/** What the public reads equals what anybody counts from the published log, and what the walk has added up by itself. */
export async function holdInPublic(stage: Stage, books: Books, before: Totals, tally: ReadonlyMap<string, number>): Promise<void> {
  await publish(stage.office);
  const lines = await statistics(stage);
  const dir = mkdtempSync(join(tmpdir(), 'lachan-walk-'));
  try {
    await download(stage.office.base, dir, () => undefined);
    const counted = await verifyPublic(dir);
    hold(books, 'the published log holds', [counted.holds, counted.says], [true, null]);
    hold(books, 'the page of figures equals what the log alone adds up to', lines, counted.statistics);
    hold(books, 'the table of figures equals what the log alone adds up to', await table(stage), counted.statistics.map(asRow));
    hold(books, 'the register equals what the log alone tells', await register(stage), [...counted.acts.values()].map(asEntry).sort());
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  const after = totalsOf(lines);
  for (const [figure, n] of tally)
    hold(books, 'a figure grows by what was acknowledged', (after[figure] ?? 0) - (before[figure] ?? 0), n, figure);
  const { dataDir } = stage.office.app.get<Config>(CONFIG);
  const { holds } = await verifyLog(stage.office.database.urls.reader, join(dataDir, 'heads'));
  hold(books, 'the whole log holds against its signed heads', holds, true);
}
export const recounted = async (stage: Stage): Promise<number> => (await stage.office.app.get(KeepStatistics).recount()).differed;

const WORDS = ['figure', 'month', 'count', 'sum', 'median'];
const asRow = (line: StatisticLine): string =>
  [line.figure, line.month, ...Object.values(line.by).sort(), line.count, line.sum ?? '', line.median ?? ''].join('|');
/** The rows of statistics.csv; no word in it needs quotes. */
async function table(stage: Stage): Promise<string[]> {
  const { body } = await stage.outsider.call('GET', '/statistics.csv');
  const [head, ...rows] = (body.text as string)
    .trim()
    .split('\r\n')
    .map((row) => row.split(','));
  const at = (row: string[], column: string) => row[head.indexOf(column)];
  return rows.map((row) => {
    const words = row.filter((word, i) => !WORDS.includes(head[i]) && word !== '').sort();
    return [at(row, 'figure'), at(row, 'month'), ...words, at(row, 'count'), at(row, 'sum'), at(row, 'median')].join('|');
  });
}

interface Entry {
  act: string;
  kind: string;
  outcome: string;
  removed: number;
  amount: number | null;
  day: string;
  changedDay: string;
}
type Counted = Awaited<ReturnType<typeof verifyPublic>>['acts'] extends Map<string, infer A> ? A : never;
const asEntry = (a: Counted): string => {
  const { state, removed } = outcomeOf(a);
  return [a.act, a.kind, state, removed, a.amount, a.day, a.changedDay].join('|');
};
async function register(stage: Stage): Promise<string[]> {
  const found: string[] = [];
  for (let after: number | null = null; ;) {
    const page = (await stage.outsider.call('GET', `/api/register?limit=1000${after ? `&after=${after}` : ''}`)).body as unknown as {
      items: Entry[];
      nextAfter: number | null;
    };
    found.push(...page.items.map((e) => [e.act, e.kind, e.outcome, e.removed, e.amount, e.day, e.changedDay].join('|')));
    if (page.nextAfter === null) return found.sort();
    after = page.nextAfter;
  }
}
