import { readTable, type Fault } from '../../core/table.js';

export const DRIFT_BY = ['day', 'week', 'month'] as const;
export type DriftBy = (typeof DRIFT_BY)[number];

export interface PsiRules {
  bins: number[];
  added: number;
  formula: string;
  marks: { moved: number; much: number };
  marks_source: string;
  chance_source: string;
}
export interface DriftTable {
  reference_days: number;
  least_posts: number;
  columns: Record<DriftBy, number>;
  psi: PsiRules;
  moved: { least: number };
  claims: { decisions: number; poor: number };
}

export function driftFaults(table: DriftTable): Fault[] {
  const found: Fault[] = [];
  const number = (path: string[], value: unknown, low: number, high: number) => {
    if (typeof value !== 'number' || !(value >= low && value <= high))
      found.push({ path, says: `${path.join('.')} must be a number between ${low} and ${high}` });
  };
  number(['reference_days'], table.reference_days, 7, 366);
  number(['least_posts'], table.least_posts, 1, 1_000_000);
  for (const by of DRIFT_BY) number(['columns', by], table.columns[by], 2, 120);
  number(['psi', 'added'], table.psi.added, 0.01, 10);
  number(['psi', 'marks', 'moved'], table.psi.marks.moved, 0.001, 10);
  number(['psi', 'marks', 'much'], table.psi.marks.much, table.psi.marks.moved, 10);
  number(['moved', 'least'], table.moved.least, 0, 1);
  number(['claims', 'decisions'], table.claims.decisions, 1, 10_000);
  number(['claims', 'poor'], table.claims.poor, 0, 1);
  const { bins } = table.psi;
  if (!Array.isArray(bins) || bins.length < 2 || bins.length > 30 || bins.some((b, i) => !(b > (bins[i - 1] ?? 0) && b < 1)))
    found.push({ path: ['psi', 'bins'], says: 'psi.bins must be 2 to 30 numbers between 0 and 1 that grow' });
  for (const source of ['formula', 'marks_source', 'chance_source'] as const)
    if (!table.psi[source]) found.push({ path: ['psi', source], says: `psi.${source} must be named` });
  return found;
}

/** `config/drift.yaml`, checked. */
export const driftTable = readTable<DriftTable>('drift.yaml', driftFaults);
