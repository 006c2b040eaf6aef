import type { Label } from '../core/glossary/glossary.js';
import { readTable, type Fault } from '../core/table.js';

export const KINDS = {
  reporter: ['matter-ended'],
  report: ['no-case'],
  capture: ['judged-harmless', 'case-closed', 'case-dismissed'],
  party: ['case-closed', 'case-dismissed'],
  file: ['case-closed', 'case-dismissed'],
  source: ['nothing-rests'],
} as const;
export type PurgeKind = keyof typeof KINDS;
const UNITS = ['days', 'months', 'years'];
const NUMBERS = ['sweep_hours', 'batch', 'again_after_days', 'grace_minutes', 'turn'] as const;

export interface RetentionClass {
  kind: PurgeKind;
  label: Label;
  from: string;
  keep: Record<string, number>;
  set_by: 'office' | 'law';
  ground: Label;
}
export type RetentionTable = Record<(typeof NUMBERS)[number], number> & { classes: Record<string, RetentionClass> };

/** A time as PostgreSQL reads it. */
export const interval = (keep: Record<string, number>): string =>
  Object.entries(keep)
    .map(([unit, n]) => `${n} ${unit}`)
    .join(' ');

function classFaults(name: string, c: RetentionClass): Fault[] {
  const at = (...path: string[]) => ['classes', name, ...path];
  const froms = (KINDS as Record<string, readonly string[]>)[c.kind];
  const keep = Object.entries(c.keep ?? {});
  const sound = keep.length > 0 && keep.every(([unit, n]) => UNITS.includes(unit) && Number.isInteger(n) && n > 0);
  const known = ['kind', 'label', 'from', 'keep', 'set_by', 'ground'];
  return [
    ...(/^[a-z][a-z-]{2,39}$/.test(name) ? [] : [{ path: at(), says: `${name} is no name of a class` }]),
    ...(froms ? [] : [{ path: at('kind'), says: `${c.kind} is nothing that can be purged` }]),
    ...(froms && !froms.includes(c.from) ? [{ path: at('from'), says: `a ${c.kind} counts from ${froms.join(' or ')}` }] : []),
    ...(sound ? [] : [{ path: at('keep'), says: `keep needs whole ${UNITS.join(', ')} above 0` }]),
    ...(['office', 'law'].includes(c.set_by) ? [] : [{ path: at('set_by'), says: 'set_by is office or law' }]),
    ...(['label', 'ground'] as const).flatMap((key) =>
      c[key]?.vi && c[key].en ? [] : [{ path: at(key), says: `${key} needs vi and en` }],
    ),
    ...Object.keys(c).flatMap((key) => (known.includes(key) ? [] : [{ path: at(key), says: `${key} is not known here` }])),
  ];
}

export const retentionFaults = (t: RetentionTable): Fault[] => [
  ...NUMBERS.flatMap((key) =>
    Number.isInteger(t[key]) && t[key] > 0 ? [] : [{ path: [key], says: `${key} must be a whole number above 0` }],
  ),
  ...Object.entries(t.classes ?? {}).flatMap(([name, c]) => classFaults(name, c)),
  ...Object.keys(t).flatMap((key) =>
    key === 'classes' || (NUMBERS as readonly string[]).includes(key) ? [] : [{ path: [key], says: `${key} is not known here` }],
  ),
];

/** `config/retention.yaml`, checked. */
export const retentionTable = readTable<RetentionTable>('retention.yaml', retentionFaults);
