import { readTable, type Fault } from '../table.js';

const LENGTHS = [
  'page_number',
  'nation',
  'motto',
  'agency',
  'number',
  'place',
  'title',
  'body',
  'recipients_label',
  'recipients',
  'table',
  'first_line',
  'paragraph_gap',
  'line_height',
  'signature_gap',
  'short_rule',
] as const;
export type Layout = Record<(typeof LENGTHS)[number], number> & {
  paper: { name: string; width: number; height: number };
  margins: Record<'top' | 'right' | 'bottom' | 'left', number>;
};
const positive = (path: string[], n: unknown): Fault[] =>
  typeof n === 'number' && n > 0 ? [] : [{ path, says: `${path.join('.')} must be positive` }];

/** `config/document-layout.yaml`, checked. */
export const layout = readTable<Layout>('document-layout.yaml', (t) => [
  ...LENGTHS.flatMap((key) => positive([key], t[key])),
  ...(['top', 'right', 'bottom', 'left'] as const).flatMap((side) => positive(['margins', side], t.margins?.[side])),
  ...(['width', 'height'] as const).flatMap((side) => positive(['paper', side], t.paper?.[side])),
]);
