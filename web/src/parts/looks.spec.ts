import { expect, test } from '@jest/globals';
import { gatherLooks } from './looks.js';

const line = (type: string, actorName: string, at: string) => ({ type, actorName, at });
const told = (...lines: [string, string][]) =>
  gatherLooks(lines.map(([type, who], i) => line(type, who, String(9 - i)))).map((g) => [g.type, g.actorName, g.at, g.times, g.since]);

test('looks of one person with nothing between them are one line, with how many they are and when they began', () =>
  expect(told(['evidence.read', 'An'], ['evidence.read', 'An'], ['evidence.read', 'An'], ['case.noted', 'An'])).toEqual([
    ['evidence.read', 'An', '9', 3, '7'],
    ['case.noted', 'An', '6', undefined, undefined],
  ]));
test('looks of two people, and those on either side of an act, stay apart', () =>
  expect(
    told(['evidence.read', 'An'], ['evidence.read', 'Bình'], ['case.noted', 'An'], ['evidence.read', 'Bình'], ['case.noted', 'An']).length,
  ).toBe(5));
test('other acts are never gathered', () => expect(told(['case.noted', 'An'], ['case.noted', 'An']).length).toBe(2));
