import { expect, test } from '@jest/globals';
import { fill, type Values } from './fill.js';
import { toldFaults, type FieldFault } from './faults.js';

const texts: Record<string, string> = {
  'rule.other': 'Look at it again.',
  'rule.isDefined': 'It is empty.',
  'rule.timeOrder': 'Out of order.',
  'rule.isLength': 'From {min} to {max}.',
  'rule.minDate': 'Not before {first}.',
  'rule.afterEvidence': 'Sealed on {last}.',
  'rule.min': 'At least {min} {min|day|days}.',
  'field.from': 'From',
  'field.title': 'Title',
  'field.sources.title': 'Name of the source',
  'correction.title': 'Headline',
  'spoken.vi': 'Vietnamese',
  'spoken.en': 'English',
  'field.occupation': 'Trade',
  'penalty.paper.occupation': 'Occupation',
  'penalty.ask.said.victim': 'What the victim said',
};
const maybe = (key: string, values?: Values) => (key in texts ? fill(texts[key], values) : null);
const told = (faults: Partial<FieldFault>[], names?: Record<string, string>) =>
  toldFaults(
    faults.map((f) => ({ path: 'from', rule: 'isDefined', message: '', ...f })),
    { maybe, number: (n) => n.toLocaleString('de'), day: (iso) => iso.split('-').reverse().join('/'), names },
  ).map(({ field, says }) => `${field}: ${says}`);
const named = (...paths: string[]) => told(paths.map((path) => ({ path }))).map((line) => line.split(':')[0]);

test('a field is told once, by the first rule that it breaks', () =>
  expect(told([{}, { rule: 'timeOrder' }, { path: 'title', rule: 'timeOrder' }])).toEqual(['From: It is empty.', 'Title: Out of order.']));
test('a rule that nobody has words for is told in general, and so is one whose bounds are not known', () =>
  expect(told([{ rule: 'isPrime' }, { path: 'title', rule: 'isLength', min: 3 }])).toEqual([
    'From: Look at it again.',
    'Title: Look at it again.',
  ]));
test('bounds are told as people write numbers and days', () => {
  expect(told([{ rule: 'isLength', min: 3, max: 10_000 }])).toEqual(['From: From 3 to 10.000.']);
  expect(
    told([
      { rule: 'minDate', first: '2000-01-01' },
      { path: 'title', rule: 'minDate' },
    ]),
  ).toEqual(['From: Not before 01/01/2000.', 'Title: Look at it again.']);
  expect(told([{ rule: 'min', min: 1 }])).toEqual(['From: At least 1 day.']);
  expect(told([{ rule: 'afterEvidence', last: '2026-09-14' }])).toEqual(['From: Sealed on 14/09/2026.']);
});
test('a field without a name is told by its path, and two that are wrong alike stay two', () =>
  expect(told([{ path: 'a.b' }, { path: 'constructor' }], {})).toEqual(['a.b: It is empty.', 'constructor: It is empty.']));
test('what the form itself calls a field comes before all other names', () =>
  expect(told([{ path: 'fields.from' }], { 'fields.from': 'Why it is false' })).toEqual(['Why it is false: It is empty.']));
test('the longest name counts; what stands in a list is counted from one, what is said in a language names it', () => {
  expect(named('title', 'sources.0.title', 'sources[2].title', 'act.from')).toEqual([
    'Title',
    'Name of the source 1',
    'Name of the source 3',
    'From',
  ]);
  expect(named('vi.title', 'en.title')).toEqual(['Headline (Vietnamese)', 'Headline (English)']);
});
test('what a screen names is called as on the screen', () =>
  expect(named('identity.occupation', 'answers.said.victim.words', 'answers.0.from')).toEqual([
    'Occupation',
    'What the victim said',
    'From 1',
  ]));
