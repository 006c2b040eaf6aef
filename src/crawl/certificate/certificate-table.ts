import type { Label } from '../../core/glossary/glossary.js';
import { readTable, type Fault } from '../../core/table.js';

export type Language = keyof Label;
export const LANGUAGES: readonly Language[] = ['vi', 'en'];
export const GROUPS = ['what', 'when', 'who', 'how', 'outcome', 'seal'] as const;
export const LINES = {
  what: ['submitted', 'final', 'platform', 'page_title', 'author'],
  when: ['started', 'view', 'ended', 'clock', 'synchronised', 'offset'],
  who: ['capture', 'asked_by', 'reason', 'basis'],
  how: ['visitor', 'session', 'software', 'browser', 'agent'],
  outcome: ['outcome', 'observation', 'rule', 'words', 'missing'],
  seal: ['package', 'bytes', 'sealed', 'digest', 'key', 'stamp', 'receipt'],
} as const satisfies Record<(typeof GROUPS)[number], readonly string[]>;
export type LineName = (typeof LINES)[keyof typeof LINES][number];
const ALONE = [
  'title',
  'subject',
  'not_told',
  'none',
  'yes',
  'no',
  'house',
  'receipt_there',
  'receipt_not',
  'stamp_line',
  'session_line',
  'of_source',
  'clock_unkept',
  'left_out',
  'left_out_bodies',
] as const;
const VISITS = ['public', 'signed_in'] as const;
const COLUMNS = ['path', 'bytes', 'sha256'] as const;
type Texts = Record<(typeof ALONE)[number], Label> & {
  groups: Record<(typeof GROUPS)[number] | 'parts' | 'method' | 'verify', Label>;
  lines: Record<LineName, Label>;
  columns: Record<(typeof COLUMNS)[number], Label>;
  /** how a visit went that was signed in nowhere, and how one that bore a session */
  visit: Record<(typeof VISITS)[number], Label>;
  method: Label[];
  verify: Label[];
};

export function certificateFaults(t: Texts): Fault[] {
  const label = (path: string[], l?: Label): Fault[] => (l?.vi && l.en ? [] : [{ path, says: `${path.join('.')} needs vi and en` }]);
  return [
    ...ALONE.flatMap((key) => label([key], t[key])),
    ...[...GROUPS, 'parts', 'method', 'verify'].flatMap((key) => label(['groups', key], (t.groups as Record<string, Label>)?.[key])),
    ...Object.values(LINES).flatMap((lines) => lines.flatMap((key) => label(['lines', key], t.lines?.[key]))),
    ...COLUMNS.flatMap((key) => label(['columns', key], t.columns?.[key])),
    ...VISITS.flatMap((key) => label(['visit', key], t.visit?.[key])),
    ...(['method', 'verify'] as const).flatMap((key) => (t[key] ?? []).flatMap((l, i) => label([key, String(i)], l))),
  ];
}

/** `config/certificate.yaml`, checked. */
export const certificateTable = readTable<Texts>('certificate.yaml', certificateFaults);
