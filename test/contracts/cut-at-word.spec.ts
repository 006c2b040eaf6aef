import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cutAtWord, firstLine } from '../../src/core/database/cut-at-word.js';
import { freshDatabase, type FreshDatabase } from '../kit/postgres.js';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const read = async (sql: string, text: string | null) =>
  (await database.owner<{ said: string | null }>(`SELECT ${sql} AS said`, [text]))[0].said;

test('a text that is too long ends after a whole word, and says that there is more', async () => {
  const cut = (text: string | null, most: number) => read(cutAtWord('$1::text', most), text);
  expect(await cut('sạc dự phòng ngay cả khi tắt', 16)).toBe('sạc dự phòng…');
  expect(await cut('sạc dự phòng', 12)).toBe('sạc dự phòng');
  expect(await cut('http://mang.example/bai/1', 15)).toBe('http://mang.exa…');
  expect(await cut(null, 12)).toBeNull();
});
test('a run without a blank that is longer than any word is cut within', async () => {
  const link = `https://mang.example/${'a'.repeat(60)}`;
  expect(await read(cutAtWord('$1::text', 46), `Xem: ${link}`)).toBe(`Xem: ${link.slice(0, 41)}…`);
});
test('a first line ends where the line does', async () => {
  expect(await read(firstLine('$1::text', 20), '  một dòng\nhai dòng')).toBe('một dòng');
});
