import { describe, expect, test } from '@jest/globals';
import { placeOf, type CopyRules, type Near } from './copies.js';

const rules: CopyRules = { text_bits_apart: 40, picture_bits_apart: 48, stills: 2, steps: 2, most: 3 };
const near = (group: string, more: Partial<Near> = {}): Near => ({ group, kind: 'text', apart: 0.2, steps: 0, members: 1, ...more });
const alone = { group: 'own', steps: 0, kinds: [], alone: true };

describe('a post that came into the queue', () => {
  test('stands alone where nothing is near', () => {
    expect(placeOf(alone, [], rules)).toBeNull();
  });
  test('stands with what it is a copy of, by every kind in which it is one', () => {
    expect(placeOf(alone, [near('a', { kind: 'picture' }), near('a', { kind: 'text', apart: 0.5 })], rules)).toEqual({
      group: 'a',
      steps: 1,
      kinds: ['text', 'picture'],
    });
  });
  test('goes to the nearest group; the two groups that it is near stay two', () => {
    expect(placeOf(alone, [near('far', { apart: 0.9 }), near('by', { kind: 'film', apart: 0.1 })], rules)).toEqual({
      group: 'by',
      steps: 1,
      kinds: ['film'],
    });
  });
  test('joins no chain that has grown too long, since its ends have little in common', () => {
    const [chained, end] = [near('chain', { steps: 1 }), near('chain', { steps: 2 })];
    expect(placeOf(alone, [chained], rules)).toMatchObject({ group: 'chain', steps: 2 });
    expect(placeOf(alone, [end], rules)).toBeNull();
  });
  test('is as near to the first of a group as the nearest of its copies', () => {
    expect(placeOf(alone, [near('a', { apart: 0, steps: 1 }), near('a', { apart: 0.4 })], rules)).toMatchObject({ group: 'a', steps: 1 });
  });
  test('goes to another where a group is full, or begins one', () => {
    const full = near('full', { apart: 0, members: 3 });
    expect(placeOf(alone, [full, near('next', { apart: 0.1 })], rules)).toMatchObject({ group: 'next' });
    expect(placeOf(alone, [full], rules)).toBeNull();
  });
});

describe('a post that stands with others already', () => {
  const own = { group: 'a', steps: 1, kinds: ['text' as const], alone: false };
  test('stays, and is told to be like them by its picture too once that is known', () => {
    const more = [near('a', { kind: 'picture' }), near('b', { apart: 0 })];
    expect(placeOf(own, more, rules)).toEqual({ group: 'a', steps: 1, kinds: ['text', 'picture'] });
  });
  test('does not go over to others', () => {
    expect(placeOf(own, [near('b', { apart: 0 })], rules)).toBeNull();
  });
});
