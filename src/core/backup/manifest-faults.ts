import type { Manifest } from './manifest.js';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const SHA256 = /^[0-9a-f]{64}$/;
const TABLE = /^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$/;
/** What a backup may hold beside tables: nothing else is ever read from it or laid into a house. */
const FILE = /^(missing\.txt|heads\/heads\.jsonl|heads\/public-[0-9a-f]{16}\.pem|heads\/head-key\.pem|keys\/packages\.(pem|jsonl))$/;

const isMoment = (text: unknown): boolean =>
  typeof text === 'string' && MOMENT.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isFile = (kept: unknown, name: (file: string) => boolean): boolean => {
  const { file, bytes, sha256 } = (kept ?? {}) as { file?: unknown; bytes?: unknown; sha256?: unknown };
  return typeof file === 'string' && name(file) && isCount(bytes) && typeof sha256 === 'string' && SHA256.test(sha256);
};
const all = (list: unknown, holds: (entry: Record<string, unknown>) => boolean): boolean =>
  Array.isArray(list) && list.every((entry: unknown) => typeof entry === 'object' && entry !== null && holds(entry as never));
const isText = (value: unknown): boolean => typeof value === 'string';

/** A manifest comes with its backup from wherever that lay: the first of its values that no backup has, if there is one. */
export function faultOf(m: Partial<Manifest>): string | undefined {
  const holds: Record<string, boolean> = {
    madeAt: isMoment(m.madeAt),
    software: isText(m.software),
    postgresql: isText(m.postgresql),
    schema: Array.isArray(m.schema) && m.schema.length > 0 && m.schema.every(isText),
    head: m.head === null || (/^\d{1,18}$/.test(String(m.head?.seq)) && SHA256.test(String(m.head?.head))),
    tables: all(m.tables, (t) => {
      const named = isText(t.name) && TABLE.test(t.name as string) && isFile(t, (file) => file === `tables/${t.name as string}.copy.gz`);
      return named && Array.isArray(t.columns) && t.columns.every(isText) && isCount(t.rows);
    }),
    sequences: all(m.sequences, (s) => TABLE.test(String(s.name)) && /^\d{1,18}$/.test(String(s.value)) && typeof s.called === 'boolean'),
    evidence: isFile(m.evidence, (file) => file === 'evidence.tsv.gz') && isCount(m.evidence?.objects) && isCount(m.evidence?.missing),
    files:
      all(m.files, (kept) => isFile(kept, (file) => FILE.test(file))) &&
      m.files!.some(({ file }) => file === 'heads/heads.jsonl') &&
      new Set(m.files!.map((f) => f.file)).size === m.files!.length,
  };
  return Object.keys(holds).find((name) => !holds[name]);
}
