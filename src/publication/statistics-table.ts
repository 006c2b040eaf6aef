import { createHash } from 'node:crypto';
import { canonical } from '../core/events/canonical.js';
import { readTable, type Fault } from '../core/table.js';
import type { ActRules } from './figures/acts.js';
import type { BreakdownRules } from './figures/breakdown.js';
import type { Figure } from './figures/count.js';
import type { PublicFields } from './figures/public-fields.js';

export type NamedFigure = Figure & Record<'vi' | 'en', string>;
/** Words by which the page of figures has a table of its own. */
export type Grouped = 'platform' | 'topic' | 'end' | 'provision' | 'subject';
interface StatisticsTable {
  figures: Record<string, NamedFigure>;
  acts: ActRules;
  breakdowns: BreakdownRules & Record<string, Record<'vi' | 'en', string>>;
  tables: Record<'overview' | 'month' | Grouped, string[]>;
  public_fields: PublicFields;
  smallest_cell: number;
  lines_per_file: number;
  heads_per_page: number;
  acts_per_page: number;
  kept_pages: number;
}
const WHOLE = ['smallest_cell', 'lines_per_file', 'heads_per_page', 'acts_per_page', 'kept_pages'] as const;

export function statisticsFaults(t: StatisticsTable): Fault[] {
  const known = new Set(Object.keys(t.public_fields ?? {}));
  return [
    ...WHOLE.flatMap((key): Fault[] =>
      Number.isInteger(t[key]) && t[key] >= 1 ? [] : [{ path: [key], says: `${key} must be a whole number of at least 1` }],
    ),
    ...Object.entries(t.tables ?? {}).flatMap(([table, names]) =>
      names
        .filter((name) => !t.figures[name])
        .map((name) => ({ path: ['tables', table], says: `the table ${table} shows ${name}, which is no figure` })),
    ),
    ...Object.entries(t.figures ?? {}).flatMap(([name, f]): Fault[] => [
      ...(f.vi && f.en && f.event ? [] : [{ path: ['figures', name], says: `${name} needs an event and a name in vi and en` }]),
      ...[...(f.by ?? []), ...Object.keys(f.when ?? {}), ...[f.sum, f.median].flatMap((x) => x ?? [])]
        .filter((field) => !known.has(field))
        .map((field) => ({ path: ['figures', name], says: `${name} counts by ${field}, which is no public field` })),
      ...(f.reverses && !t.figures[f.reverses]
        ? [{ path: ['figures', name], says: `${name} reverses ${f.reverses}, which is no figure` }]
        : []),
    ]),
  ];
}

/** `config/statistics.yaml`, checked. */
export const statisticsTable = readTable<StatisticsTable>('statistics.yaml', statisticsFaults);

/** What rows that were counted rest on: after a change they are counted anew. */
export const definitionOf = (timeZone: string): string =>
  createHash('sha256')
    .update(canonical({ figures: statisticsTable.figures, acts: statisticsTable.acts, breakdowns: statisticsTable.breakdowns, timeZone }))
    .digest('hex');
