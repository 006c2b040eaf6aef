import { glossary, type Label } from '../../core/glossary/glossary.js';
import { readTable, type Fault } from '../../core/table.js';

export const SECTIONS = [
  'case',
  'posts',
  'exhibits',
  'sources',
  'parties',
  'takedowns',
  'violations',
  'penalties',
  'documents',
  'notes',
  'deadlines',
  'falls',
  'timeline',
] as const;
const LABELS = [
  'exported',
  'by',
  'contents',
  'nothing',
  'whole',
  'unseen',
  'commandLine',
  'sourceUnopened',
  'sourceNever',
  'sourceWaits',
  'sourceFailed',
] as const;
export type SectionName = (typeof SECTIONS)[number];
export type Column = Label & { words?: string };
export interface Section {
  name: Label;
  columns: Record<string, Column>;
}
interface DossierTable {
  title: Label;
  says: Label[];
  /** what would tell who reported: kinds of events (what stands before the point), facts that any event names, roles of parties */
  left_out: { events: string[]; facts: string[]; roles: string[] };
  labels: Record<(typeof LABELS)[number], Label>;
  sections: Record<SectionName, Section>;
}

export function dossierFaults(t: DossierTable): Fault[] {
  const label = (path: string[], l?: Label): Fault[] => (l?.vi && l.en ? [] : [{ path, says: `${path.join('.')} needs vi and en` }]);
  return [
    ...label(['title'], t.title),
    ...(t.says ?? []).flatMap((l, i) => label(['says', String(i)], l)),
    ...(['events', 'facts', 'roles'] as const).flatMap((key) =>
      Array.isArray(t.left_out?.[key]) ? [] : [{ path: ['left_out', key], says: `left_out.${key} needs a list` }],
    ),
    ...LABELS.flatMap((key) => label(['labels', key], t.labels?.[key])),
    ...SECTIONS.flatMap((key) => {
      const { name, columns = {} } = (t.sections?.[key] ?? {}) as Partial<Section>;
      return [
        ...label(['sections', key, 'name'], name),
        ...Object.entries(columns).flatMap(([path, column]) => [
          ...label(['sections', key, 'columns', path], column),
          ...(column?.words && !glossary[column.words]
            ? [{ path: ['sections', key, 'columns', path, 'words'], says: `the glossary has no words of the kind ${column.words}` }]
            : []),
        ]),
      ];
    }),
  ];
}

/** `config/dossier.yaml`, checked. */
export const dossierTable = readTable<DossierTable>('dossier.yaml', dossierFaults);
