import { expect, test } from '@jest/globals';
import { withChosen } from './with-chosen.js';

const [newest, older] = [{ id: 'newest' }, { id: 'older' }];
test('a report that is older than those listed is offered with them once it is chosen', () => {
  expect(withChosen([newest], older)).toEqual([newest, older]);
  expect(withChosen([newest, older], older)).toEqual([newest, older]);
  expect(withChosen([newest], null)).toEqual([newest]);
});
