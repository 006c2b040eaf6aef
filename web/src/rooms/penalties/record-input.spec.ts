import { expect, test } from '@jest/globals';
import { bodyOf, EMPTY_RECORD } from './record-input.js';

const sent = (typed: Partial<typeof EMPTY_RECORD>) => bodyOf({ ...EMPTY_RECORD, ...typed }, 'individual', 'Asia/Ho_Chi_Minh');

test('a record that nobody touched states nothing that nobody said', () => {
  const { answers, act, stopDemanded, stopReason } = sent({});
  expect([act.status, stopDemanded, stopReason, answers.present]).toEqual([null, null, null, {}]);
  expect(Object.values(answers.said)).toEqual([null, null, null]);
});
test('that the act was to end is said either way, and why it was not only then', () => {
  const asked = (stopDemanded: (typeof EMPTY_RECORD)['stopDemanded']) => {
    const body = sent({ stopDemanded, stopReason: ' bài đã gỡ ' });
    return [body.stopDemanded, body.stopReason];
  };
  expect([asked('yes'), asked('no'), asked('')]).toEqual([
    [true, null],
    [false, 'bài đã gỡ'],
    [null, null],
  ]);
  // a draft that a browser kept of the form with a tick
  expect(asked(true as never)).toEqual([null, null]);
});
