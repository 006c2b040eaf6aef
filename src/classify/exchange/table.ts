import { CsvError, parse } from 'csv-parse/sync';
import { csvRow, unguarded } from '../../core/text/csv.js';
import type { Source, Wording } from '../claim.js';
import { Unreadable, type ClaimRecord, type ReadRecord } from './record.js';

/** The columns; the first wording and the first source stand in cells of their own, further ones as JSON in one. */
const COLUMNS = [
  ...['id', 'state', 'number', 'approved_at', 'language', 'wording', 'truth', 'topic', 'harm', 'false_from', 'false_to'],
  ...['source_title', 'source_url', 'source_date', 'source_publisher', 'source_rating', 'source_licence', 'source_appearances'],
  ...['more_wordings', 'more_sources'],
] as const;
type Column = (typeof COLUMNS)[number];
const NEEDED: Column[] = ['wording', 'truth', 'source_title', 'source_url', 'source_date', 'false_from'];
const LONGEST_ROW = 1_000_000;
/** tells table programs that it is UTF-8 */
const BOM = '\uFEFF';

export const TABLE_HEAD = BOM + csvRow(COLUMNS);
export function tableRow(c: ClaimRecord): string {
  const [wording, ...wordings] = c.wordings;
  const [source, ...sources] = c.sources as (Source | undefined)[];
  const more = (rest: unknown[]) => (rest.length === 0 ? null : JSON.stringify(rest));
  const cells: Record<Column, string | number | null> = {
    ...{ id: c.id, state: c.state, number: c.number, approved_at: c.approvedAt, topic: c.topic, harm: c.harm, truth: c.truth },
    ...{ language: wording.language, wording: wording.text, false_from: c.falseFrom, false_to: c.falseTo },
    ...{ source_title: source?.title ?? null, source_url: source?.url ?? null, source_date: source?.date ?? null },
    ...{ source_publisher: source?.publisher ?? null, source_rating: source?.rating ?? null, source_licence: source?.licence ?? null },
    source_appearances: source?.appearances?.join('\n') ?? null,
    ...{ more_wordings: more(wordings), more_sources: more(sources) },
  };
  return csvRow(COLUMNS.map((column) => cells[column]));
}

export function readTable(text: string, most: number): ReadRecord[] {
  const [head, ...rows] = rowsOf(text, most);
  if (!head) throw new Unreadable('nothing');
  const columns = head.cells.map((c) => c.trim().toLowerCase());
  const unknown = columns.find((c) => !COLUMNS.includes(c as Column));
  if (unknown !== undefined) throw new Unreadable('unknown-column', { line: head.line, column: unknown.slice(0, 100) });
  const missing = NEEDED.find((c) => !columns.includes(c));
  if (missing) throw new Unreadable('column-missing', { line: head.line, column: missing });
  return rows.map(({ line, cells }) => {
    if (cells.length > columns.length) return { place: line, reason: 'cells', text: cells.join(', ').slice(0, 200) };
    const cell = (column: Column): string => unguarded(cells[columns.indexOf(column)] ?? '');
    return { place: line, ...recordOf(cell) };
  });
}

interface Row {
  /** on which it begins */
  line: number;
  cells: string[];
}
function rowsOf(text: string, most: number): Row[] {
  const first = text.slice(0, /[\r\n]|$/.exec(text)!.index);
  const often = (sign: string) => first.split(sign).length;
  // table programs of some languages put semicolons or tabs between cells
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (often(sign) > often(best) ? sign : best));
  try {
    const options = { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: LONGEST_ROW };
    const read = parse(text, { ...options, to: most + 2 }) as unknown as { record: string[]; info: { lines: number } }[];
    if (read.length > most + 1) throw new Unreadable('too-many', { most });
    return read.map(({ record, info }) => ({ line: info.lines - lineEndsIn(record), cells: record }));
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable('bad-table', { line: Number((error as CsvError & { lines?: number }).lines) || 1 });
    throw error;
  }
}
const lineEndsIn = (cells: string[]): number => cells.reduce((sum, c) => sum + c.split(/\r\n|\r|\n/).length - 1, 0);

function recordOf(cell: (column: Column) => string): Omit<ReadRecord, 'place'> {
  const more = [listIn(cell('more_wordings')), listIn(cell('more_sources'))];
  if (more.includes(null)) return { reason: 'not-json', text: cell('wording').slice(0, 200) };
  const told = (source: Record<string, string>) => Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const appearances = cell('source_appearances').split(/\r?\n/).filter(Boolean);
  const source = {
    ...{ title: cell('source_title'), url: cell('source_url'), date: cell('source_date') },
    ...told({ publisher: cell('source_publisher'), rating: cell('source_rating'), licence: cell('source_licence') }),
    ...(appearances.length > 0 ? { appearances } : {}),
  };
  const wording: Wording = { language: (cell('language') || 'vi') as 'vi', text: cell('wording') };
  return {
    ...(cell('id') ? { id: cell('id') } : {}),
    content: {
      ...told({ topic: cell('topic'), harm: cell('harm') }),
      truth: cell('truth'),
      wordings: [wording, ...more[0]!],
      // a draft may have none yet
      sources: source.title || source.url || source.date ? [source, ...more[1]!] : [...more[1]!],
      ...{ falseFrom: cell('false_from'), falseTo: cell('false_to') || null },
    },
  };
}

/** A list in a cell; none where it is empty, null where it is no list. */
function listIn(cell: string): unknown[] | null {
  if (cell.trim() === '') return [];
  try {
    const value: unknown = JSON.parse(cell);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
