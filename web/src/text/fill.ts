export type Values = Record<string, string | number>;
/** `{n}` is the value; `{n|post|posts}` is the first word where the value is one, else the second. */
export const fill = (text: string, values: Values = {}): string =>
  text
    .replace(/\{(\w+)\|([^|{}]*)\|([^|{}]*)\}/g, (_, name: string, one: string, more: string) =>
      String(values[name]) === '1' ? one : more,
    )
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
