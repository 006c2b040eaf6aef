import { expect, test } from '@jest/globals';
import { matching } from '../matching/matching-table.js';
import { Reader } from './reader.js';
import { slipsOf } from './unravel.js';

const known = ['vaccine', 'hospital', 'warning', 'machine', 'medicine', 'officials'];
const pieces = known.map((word) => ({ word: word.replace('i', 'l'), from: 0, to: 0 }));
const strange = new Uint8Array(pieces.length).fill(1);
const tried = (reader: Reader) => slipsOf(pieces, strange, reader);
const fresh = () => new Reader(matching.text, (word) => known.includes(word));

test('slips are undone as long as the text has not spent what may be spent on hidden words', () => {
  expect([...tried(fresh())!.values()]).toEqual(known);
  const spent = fresh();
  while (!spent.exhausted) spent.cut(100);
  expect(tried(spent)).toBeNull();
});
test('trying slips is spent from the same', () => {
  const reader = fresh();
  let times = 0;
  while (!reader.exhausted && times < 5_000) times += tried(reader) ? 1 : 5_000;
  expect(times).toBeLessThan(5_000);
});
