import { expect, test } from '@jest/globals';
import { narrowedBy, sameFilter, withFilter } from './filter.js';

test('a filter is what was chosen; that of one record is none', () => {
  expect(narrowedBy({ state: 'open', q: '', sort: null, assignee: undefined })).toEqual({ state: 'open' });
  expect(narrowedBy({ state: 'open', caseId: 'x' })).toBeNull();
});
test('two filters are the same in whatever order they stand', () => {
  expect(sameFilter({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
  expect(sameFilter({ a: '1' }, { a: '1', b: '2' })).toBe(false);
});
test('another filter leaves alone in the address what is none', () => {
  const next = withFilter(new URLSearchParams('view=links&state=refused&sort=url'), ['state', 'sort', 'overdue'], { overdue: 'true' });
  expect(next.toString()).toBe('view=links&overdue=true');
});
