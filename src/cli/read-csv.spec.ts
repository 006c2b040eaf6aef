import { expect, test } from '@jest/globals';
import { csv } from '../core/text/csv.js';
import { readCsv } from './read-csv.js';

const cells = (text: string) => readCsv(text).map((row) => row.cells);

test('reads what RFC 4180 writes: quotation marks, commas and line breaks in cells, either end of line, with or without a last one', () => {
  const table = [
    ['id', 'text'],
    ['1', 'một, "hai"\nba'],
    ['2', ''],
    ['3', 'bốn\r\nnăm'],
  ];
  expect(cells(csv(table[0], table.slice(1)))).toEqual(table);
  expect(cells('\ufeffid,text\n1,"a ""b"""\n')).toEqual([
    ['id', 'text'],
    ['1', 'a "b"'],
  ]);
  expect(cells('a,b\r\n\r\n1,2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  expect(cells('')).toEqual([]);
});
test('each row knows the line on which it begins, also after cells of several lines', () => {
  expect(readCsv('a\n"b\nc"\n\nd').map((row) => row.line)).toEqual([1, 2, 5]);
});
test('a quotation mark that nothing closes reads as a letter, and never for ever', () => {
  expect(cells('a,"b\nc,d')).toEqual([
    ['a', '"b'],
    ['c', 'd'],
  ]);
});
