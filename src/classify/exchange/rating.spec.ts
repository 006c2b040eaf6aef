import { expect, test } from '@jest/globals';
import { exchangeTable } from './exchange-table.js';
import { verdictOf } from './rating.js';

test('of a rating the words count, then the number; where they contradict each other nobody knows', () => {
  const says = (words: string | null, value?: number) => verdictOf({ words, value, worst: 1, best: 5 }, exchangeTable.ratings);
  expect([says('FALSE!'), says('Sai sự thật'), says('Đúng'), says('Mostly true'), says('hm')]).toEqual([
    ...['false', 'false', 'not-false', 'not-false', 'unclear'],
  ]);
  expect([says(null, 1), says(null, 3), says('hm', 2), says('False', 5), says(null, 9), says(null)]).toEqual([
    ...['false', 'not-false', 'false', 'unclear', 'unclear', 'unclear'],
  ]);
});
