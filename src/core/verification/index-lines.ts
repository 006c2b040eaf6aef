import type { Faults } from './faults.js';
import type { WarcRecord } from './warc-record.js';

interface Line {
  url?: unknown;
  mime?: unknown;
  status?: unknown;
  digest?: unknown;
  length?: unknown;
  offset?: unknown;
  filename?: unknown;
}
/** what must be found by the index */
const INDEXED = new Set(['response', 'revisit']);
export interface Archive {
  name: string;
  records: readonly WarcRecord[];
}

/** CDXJ lines: in order, each pointing at exactly one record that is as it says, and no answer of a server left out. */
export function checkIndex(where: string, text: string, archives: readonly Archive[], faults: Faults): void {
  const found = new Set<WarcRecord>();
  const placed = new Map(archives.map(({ name, records }) => [name, new Map(records.map((record) => [record.at, record]))]));
  const lines = text.split('\n');
  if (lines.pop() !== '') faults.add('archive.index-line', where, { line: lines.length + 1 });
  for (const [i, line] of lines.entries()) {
    const told = readLine(line);
    const at = { line: i + 1 };
    if (!told || (i > 0 && lines[i - 1] > line && !sortsAsBytes(lines[i - 1], line))) {
      faults.add('archive.index-line', where, at);
      continue;
    }
    const record = placed.get(`archive/${String(told.filename)}`)?.get(Number(told.offset));
    if (!record || record.length !== told.length || found.has(record)) faults.add('archive.index-place', where, at);
    else if (!describes(told, line, record)) faults.add('archive.index-says', where, { ...at, uri: record.uri });
    if (record) found.add(record);
  }
  for (const { name, records } of archives)
    for (const record of records)
      if (INDEXED.has(record.type) && !found.has(record))
        faults.add('archive.not-indexed', where, { archive: `${name} @${record.at}`, uri: record.uri });
}

/** CDXJ is sorted by bytes; JavaScript compares halves of letters, which differs above U+D7FF. */
function sortsAsBytes(a: string, b: string): boolean {
  const [x, y] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  const at = x.findIndex((byte, i) => byte !== y[i]);
  return at < 0 || x[at] < (y[at] ?? -1);
}
function readLine(line: string): Line | null {
  const [, json] = /^\S+ \d{14} (\{.*\})$/.exec(line) ?? [];
  if (!json) return null;
  try {
    return JSON.parse(json) as Line;
  } catch {
    return null;
  }
}
const describes = (told: Line, line: string, { uri, digest, status, date, mime, type }: WarcRecord): boolean =>
  told.url === uri &&
  told.digest === digest &&
  line.split(' ', 2)[1] === date.replace(/\D/g, '').slice(0, 14) &&
  (type !== 'response' || (Number(told.status) === status && (mime === '' || told.mime === mime)));
