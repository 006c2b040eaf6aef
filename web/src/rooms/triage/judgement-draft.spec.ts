import { expect, test } from '@jest/globals';
import { copied, takenBack, withPicked } from './judgement-draft.js';

const draft = { picked: 'opinion', reason: 'Chỉ là ý kiến riêng' };

test('a reason that is being written stays while somebody chooses among judgements', () => {
  expect(withPicked(draft, 'satire')).toEqual({ picked: 'satire', reason: draft.reason });
});
test('the reason of a judgement that was taken back comes back with it, and with no other', () => {
  expect(withPicked(takenBack(draft), 'opinion').reason).toBe(draft.reason);
  const other = withPicked(takenBack(draft), 'false-statement-of-fact');
  expect(other).toEqual({ picked: 'false-statement-of-fact', reason: '' });
  expect(withPicked({ ...other, reason: 'Mới' }, 'opinion').reason).toBe('Mới');
});
test('what was said of a copy is an offer: another judgement of this one is not said to come from there', () => {
  expect(copied({ ...draft, given: true })).toEqual({ ...draft, given: true, copied: true });
  expect(withPicked(copied(draft), 'opinion')).toMatchObject({ reason: draft.reason, copied: true });
  expect(withPicked(copied(draft), 'satire')).toEqual({ picked: 'satire', reason: '' });
});
