/** A thing of schema.org as it came: anybody's JSON. */
export type Thing = Record<string, unknown>;

/** JSON-LD says one thing alone or in a list. */
export const all = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
export const thing = (value: unknown): Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Thing) : {};

/** Is it of this type of schema.org, also where the whole address of the type is written? */
export const isA = (of: Thing, type: string): boolean =>
  all(of['@type']).some((name) => typeof name === 'string' && name.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, '') === type);

export function textIn(value: unknown): string | null {
  const [first] = all(value);
  const text = typeof first === 'object' ? thing(first)['@value'] : first;
  return typeof text === 'string' && text.trim() !== '' ? text : null;
}
export const nameOf = (of: Thing): string | null => textIn(of.name) ?? textIn(of.headline);

export function numberIn(value: unknown): number | undefined {
  const [first] = all(value);
  const number =
    typeof first === 'number'
      ? first
      : typeof first === 'string' && /^\s*-?\d+([.,]\d+)?\s*$/.test(first)
        ? Number(first.replace(',', '.'))
        : NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** The day of a date or a moment, as it is written there. */
export function dayIn(value: unknown): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|T)/.exec(textIn(value) ?? '')?.[1];
  return day && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day) ? day : null;
}
