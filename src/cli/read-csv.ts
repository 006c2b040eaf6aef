/** A row of a CSV file with the line on which it begins. */
export interface CsvRow {
  cells: string[];
  line: number;
}

/** Rows by RFC 4180: commas, cells in quotation marks that may hold line breaks. Empty lines are passed over. */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  const cell = /"((?:[^"]|"")*)"([^,\r\n]*)|([^,\r\n]*)/y;
  let [at, line] = [text.startsWith('\ufeff') ? 1 : 0, 1];
  while (at < text.length) {
    const row: CsvRow = { cells: [], line };
    for (;;) {
      cell.lastIndex = at;
      const [read, quoted, after, plain] = cell.exec(text)!;
      at += read.length;
      line += read.split('\n').length - 1;
      row.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"') + after);
      if (text[at] !== ',') break;
      at += 1;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row);
  }
  return rows;
}
