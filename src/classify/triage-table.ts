import { readTable, type Fault } from '../core/table.js';
import type { PriorityRules } from './priority.js';
import { JUDGEMENTS } from './judgement.js';

interface TriageTable extends PriorityRules {
  undo_seconds: number;
  reason_needed: string[];
  reason_needed_against_match: string[];
  judgements: string[];
  trial: { posts: number; batch: number };
  sample: { share: number; points: number };
  skips: { looked_seconds: number; mark_inspectors: number };
  sweep: { turn_ms: number; breath_ms: number; page: number; found_most: number };
  labels: Record<string, { vi: string; en: string }>;
  keys: Record<string, string>;
}

function faults(table: TriageTable): Fault[] {
  const found: Fault[] = [];
  for (const [name, weight] of Object.entries(table.weights))
    if (!(weight >= 0 && weight <= 1000)) found.push({ path: ['weights', name], says: `weight ${name} must lie between 0 and 1000` });
  for (const [path, value, most] of [
    [['trial', 'posts'], table.trial.posts, 1_000_000],
    [['trial', 'batch'], table.trial.batch, 5000],
    [['sample', 'share'], table.sample.share, 1],
    [['sample', 'points'], table.sample.points, 1000],
    [['skips', 'looked_seconds'], table.skips.looked_seconds, 600],
  ] as const)
    if (!(value >= 0 && value <= most)) found.push({ path: [...path], says: `${path.join('.')} must lie between 0 and ${most}` });
  for (const [name, most] of [
    ['turn_ms', 5000],
    ['breath_ms', 100],
    ['page', 5000],
    ['found_most', 1000],
  ] as const)
    if (!(table.sweep[name] >= 1 && table.sweep[name] <= most))
      found.push({ path: ['sweep', name], says: `sweep.${name} must lie between 1 and ${most}` });
  if (!(table.skips.mark_inspectors >= 1 && table.skips.mark_inspectors <= 100))
    found.push({ path: ['skips', 'mark_inspectors'], says: 'skips.mark_inspectors must lie between 1 and 100' });
  const keys = Object.values(table.keys);
  for (const [act, key] of Object.entries(table.keys))
    if (keys.filter((k) => k === key).length > 1) found.push({ path: ['keys', act], says: `the key ${key} stands for two acts` });
  for (const name of ['spread', 'unclear', 'question', 'denial', 'unrelated', 'confirmed'] as const)
    if (!(table.stance[name] >= 0 && table.stance[name] <= 1))
      found.push({ path: ['stance', name], says: `the share of ${name} must lie between 0 and 1` });
  for (const name of ['match', 'harm', 'stance', 'repetition', 'unread', 'sample'])
    if (!table.labels[name]?.vi || !table.labels[name]?.en)
      found.push({ path: ['labels', name], says: `the factor ${name} needs a label in both languages` });
  for (const list of ['reason_needed', 'reason_needed_against_match'] as const)
    for (const [i, j] of table[list].entries())
      if (!table.judgements.includes(j)) found.push({ path: [list, i], says: `${j} is no judgement` });
  for (const [i, j] of table.judgements.entries())
    if (!(JUDGEMENTS as readonly string[]).includes(j))
      found.push({ path: ['judgements', i], says: `${j} is no judgement that the house knows` });
  return found;
}

/** `config/triage.yaml`, checked. */
export const triageTable = readTable<TriageTable>('triage.yaml', faults);
