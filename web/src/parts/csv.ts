export type Value = string | number | null | undefined;
export type Column<T> = [head: string, value: (line: T) => Value];

/** One cell: a sign that a spreadsheet would take for a formula makes it text. */
export function cell(value: Value): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
/** A table as spreadsheets read it, with the mark that tells them it is UTF-8. */
export const csv = <T>(columns: Column<T>[], lines: T[]): string => {
  const rows = [columns.map(([head]): Value => head), ...lines.map((line) => columns.map(([, value]) => value(line)))];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
};

export function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
