/** A table program takes it for a formula: by its first sign, behind blanks and the quotes that guard such a text. */
const FORMULA = /^'*\s*[=+\-@\t\r\n]/;

/** A text that a table program would take for a formula, as a text; `unguarded` takes the sign off again. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
export const unguarded = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);

const cell = (value: string | number | null): string => {
  const text = typeof value === 'string' ? guarded(value) : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
/** One row of CSV by RFC 4180; a text that a table program would take for a formula stays a text. */
export const csvRow = (row: readonly (string | number | null)[]): string => `${row.map(cell).join(',')}\r\n`;
export const csv = (columns: readonly string[], rows: readonly (string | number | null)[][]): string =>
  [columns, ...rows].map(csvRow).join('');
