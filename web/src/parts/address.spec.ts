import { expect, test } from '@jest/globals';
import { fromAddress, toAddress } from './address.js';

test('what somebody typed stands behind the #, of which no server is told, and is read from there', () => {
  const said = new URLSearchParams({ state: 'judged', q: 'Trần Thị Kín & con' });
  const { search, hash } = toAddress(said);
  expect(search).toBe('state=judged');
  expect([...fromAddress(search, hash)]).toEqual([...said]);
});
test('a link of before, with the words in its query, is read as well; a place on the page is no word', () => {
  expect(fromAddress('?q=muối&state=judged', '').get('q')).toBe('muối');
  expect(fromAddress('?state=judged', '#exhibits').get('q')).toBeNull();
  expect(toAddress(new URLSearchParams('state=judged'))).toEqual({ search: 'state=judged', hash: '' });
});
