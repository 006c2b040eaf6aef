export const KINDS = ['text', 'day', 'known-day', 'moment', 'when', 'amount', 'count', 'flag', 'group', 'list'] as const;
type Kind = (typeof KINDS)[number];
/** A field of a document: what it holds, whether it may be left out, and what people call it. */
export interface FormField {
  is?: Kind;
  optional?: boolean;
  /** a list: so many entries at least */
  least?: number;
  vi: string;
  en: string;
}
/** A form: the texts that are printed around the fields, in force for a time. Fields are named by their path; `acts[].where` stands in each entry of `acts`. */
export interface Form {
  form: string;
  version: number;
  in_force: { from: string; to?: string };
  texts: Record<string, string>;
  fields: Record<string, FormField>;
  /** exactly one of each list is there */
  one_of?: string[][];
}
export interface FieldFault {
  field: string;
  says: 'missing' | 'unknown' | 'too long' | 'too few' | `no ${Kind}` | 'one of several';
}
export interface Bounds {
  text_letters: number;
  list_entries: number;
}

const isDay = (v: unknown): boolean =>
  typeof v === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(v) && new Date(`${v}T00:00:00Z`).toJSON()?.slice(0, 10) === v;
const isKnownDay = (v: unknown): boolean => isDay(v) || (typeof v === 'string' && /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(v));
const isMoment = (v: unknown): boolean =>
  typeof v === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(v) &&
  isDay(v.slice(0, 10)) &&
  !Number.isNaN(Date.parse(v));
const isSpan = (v: unknown): boolean => {
  const [from, to, ...more] = typeof v === 'string' ? v.split('/') : [];
  return isDay(from) && isDay(to) && more.length === 0 && from < to;
};
const HOLDS: Record<Kind, (v: unknown) => boolean> = {
  text: (v) => typeof v === 'string',
  day: isDay,
  'known-day': isKnownDay,
  moment: isMoment,
  when: (v) => isMoment(v) || isKnownDay(v) || isSpan(v),
  amount: (v) => Number.isSafeInteger(v) && (v as number) >= 0,
  count: (v) => Number.isSafeInteger(v) && (v as number) >= 0,
  flag: (v) => typeof v === 'boolean',
  group: (v) => typeof v === 'object' && v !== null && !Array.isArray(v),
  list: Array.isArray,
};
const absent = (v: unknown): boolean => v === undefined || v === null || (typeof v === 'string' && v.trim() === '');

/** Everything that keeps a model from being printed by its form, each with its field. */
export function fieldFaults(form: Pick<Form, 'fields' | 'one_of'>, model: unknown, bounds: Bounds): FieldFault[] {
  const faults = Object.entries(form.fields).flatMap(([path, field]) =>
    found(model, path.split('.'), form.fields).flatMap(({ at, value }) => one(at, field, value, bounds)),
  );
  const several = (form.one_of ?? []).filter(
    (paths) => paths.filter((p) => !absent(found(model, p.split('.'), {})[0]?.value)).length !== 1,
  );
  const known = new Set(Object.keys(form.fields));
  return [
    ...faults,
    ...several.map((paths): FieldFault => ({ field: paths.join(', '), says: 'one of several' })),
    ...leaves(model, '').flatMap(({ at, path }): FieldFault[] => (known.has(path) ? [] : [{ field: at, says: 'unknown' }])),
  ];
}

function one(field: string, { is = 'text', optional, least = 0 }: FormField, value: unknown, bounds: Bounds): FieldFault[] {
  if (absent(value)) return optional ? [] : [{ field, says: 'missing' }];
  if (!HOLDS[is](value)) return [{ field, says: `no ${is}` }];
  if (typeof value === 'string' && value.length > bounds.text_letters) return [{ field, says: 'too long' }];
  if (!Array.isArray(value)) return [];
  if (value.length > bounds.list_entries) return [{ field, says: 'too long' }];
  if (value.length < least) return [{ field, says: 'too few' }];
  return [];
}

/** The values at a path. Below a field that is not there nothing is looked for: it is missing itself, or may be. */
function found(model: unknown, path: string[], fields: Form['fields'], at = ''): { at: string; value: unknown }[] {
  const [step, ...rest] = path;
  const name = step.replace('[]', '');
  const here = at ? `${at}.${name}` : name;
  const value = HOLDS.group(model) ? (model as Record<string, unknown>)[name] : undefined;
  if (step.endsWith('[]'))
    return Array.isArray(value)
      ? value.flatMap((entry: unknown, i) =>
          rest.length > 0 ? found(entry, rest, fields, `${here}[${i}]`) : [{ at: `${here}[${i}]`, value: entry }],
        )
      : [];
  if (rest.length === 0) return [{ at: here, value }];
  if (absent(value) && fields[here.replace(/\[\d+\]/g, '[]')]) return [];
  return found(value, rest, fields, here);
}

/** Every value that is there, by its place and by its path. */
function leaves(value: unknown, at: string): { at: string; path: string }[] {
  if (Array.isArray(value)) return value.flatMap((entry: unknown, i) => leaves(entry, `${at}[${i}]`));
  if (HOLDS.group(value)) return Object.entries(value as object).flatMap(([key, v]) => leaves(v, at ? `${at}.${key}` : key));
  return value === undefined || !at ? [] : [{ at, path: at.replace(/\[\d+\]/g, '[]') }];
}
