import { expect, test } from '@jest/globals';
import { faultSentences } from './faults.js';

const texts: Record<string, string> = {
  'rule.other': 'Look at it again.',
  'rule.isDefined': 'It is empty.',
  'rule.timeOrder': 'Out of order.',
  'field.from': 'From',
  'field.summoned.at': 'Summons',
};
const told = (...faults: [path: string, rule: string][]) =>
  faultSentences(
    faults.map(([path, rule]) => ({ path, rule })),
    (key) => texts[key] ?? null,
  );

test('a fault is told by its rule, with the name of its field where it has one', () => {
  expect(told(['from', 'isDefined'], ['colour', 'isDefined'])).toEqual(['From: It is empty.', 'It is empty.']);
  expect(told(['answers.summoned.at', 'timeOrder'], ['lines.0.from', 'isDefined'], ['lines[2].from', 'timeOrder'])).toEqual([
    'Summons: Out of order.',
    'From: It is empty.',
    'From: Out of order.',
  ]);
});
test('a rule that nobody has words for is told in general', () => expect(told(['from', 'isPrime'])).toEqual(['From: Look at it again.']));
test('a field is told once, and so is what cannot be told apart', () => {
  expect(told(['from', 'isDefined'], ['from', 'isPrime'])).toEqual(['From: It is empty.']);
  expect(told(['a', 'isDefined'], ['b', 'isDefined'])).toEqual(['It is empty.']);
});
