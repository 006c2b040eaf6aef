const FORMULA = /^[=+\-@\t\r]/;
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** CSV by RFC 4180; a text that a table program would take for a formula stays a text. */
export const csv = (columns: readonly string[], rows: readonly (string | number | null)[][]): string =>
  [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
