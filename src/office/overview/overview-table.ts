import { readTable, type Fault } from '../../core/table.js';
import { statisticsTable } from '../../publication/index.js';

export const DESKS = [
  'triage',
  'captures',
  'looks',
  'case-proposals',
  'falls',
  'claims',
  'removals-to-approve',
  'withdrawals-to-approve',
  'removals-to-send',
  'corrections-to-approve',
  'correction-withdrawals',
  'corrections-look-again',
  'records-to-draw',
  'records-to-decide',
  'decisions-to-sign',
  'decisions-to-number',
  'decisions-to-serve',
  'refunds',
  'complaints-to-accept',
  'complaints-to-answer',
  'identity-requests',
  'rights',
] as const;
/** Where something waits for somebody. */
export type Desk = (typeof DESKS)[number];
export const ENDING = ['explanation', 'decision', 'limitation'] as const;

export interface OverviewTable {
  period_days: number;
  rising: { lines: number; more: number; percent_from: number };
  count_to: number;
  waits: Record<Desk, number>;
  ending: Record<(typeof ENDING)[number], number>;
  records: number;
  done: string[];
}
const whole = (path: string[], value: unknown): Fault[] =>
  Number.isInteger(value) && (value as number) >= 1 ? [] : [{ path, says: `${path.join('.')} must be a whole number of at least 1` }];
const unknown = (path: string[], of: object | undefined, known: readonly string[]): Fault[] =>
  Object.keys(of ?? {})
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: [...path, key], says: `nothing here is called ${key}` }));

export function overviewFaults(t: OverviewTable): Fault[] {
  return [
    ...(['period_days', 'count_to', 'records'] as const).flatMap((key) => whole([key], t[key])),
    ...(['lines', 'more', 'percent_from'] as const).flatMap((key) => whole(['rising', key], t.rising?.[key])),
    ...DESKS.flatMap((desk) => whole(['waits', desk], t.waits?.[desk])),
    ...unknown(['waits'], t.waits, DESKS),
    ...ENDING.flatMap((what) => whole(['ending', what], t.ending?.[what])),
    ...unknown(['ending'], t.ending, ENDING),
    ...(t.done ?? []).flatMap((name, i): Fault[] =>
      statisticsTable.figures[name] && !statisticsTable.figures[name].median
        ? []
        : [{ path: ['done', i], says: `${name} is no public figure that counts or adds up` }],
    ),
  ];
}

/** `config/overview.yaml`, checked. */
export const overviewTable = readTable<OverviewTable>('overview.yaml', overviewFaults);
