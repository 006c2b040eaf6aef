import { describe, expect, test } from '@jest/globals';
import { priorityOf } from './priority.js';

const rules = {
  weights: { match: 400, harm: 300, repetition: 200, unread: 100 },
  harm: { low: 0.3, medium: 0.6, high: 1 },
  full_repetition: 200,
  sample: { points: 150 },
  stance: { spread: 1, unclear: 0.8, question: 0.5, denial: 0.2, unrelated: 0.1, confirmed: 1 },
};

describe('priority', () => {
  test('is the sum of the factors that are shown', () => {
    const { priority, factors } = priorityOf({ top: { score: 0.9, harm: 'high', stance: 'question' }, reports: 12 }, rules);
    expect(factors.reduce((s, f) => s + f.points, 0)).toBe(priority);
  });
  test('a harmful claim comes before a harmless one at the same strength', () => {
    const of = (harm: 'low' | 'high') => priorityOf({ top: { score: 0.8, harm, stance: 'spread' }, reports: 1 }, rules).priority;
    expect(of('high')).toBeGreaterThan(of('low'));
  });
  test('a denial of a harmful claim waits behind a post that spreads it, unless a person confirmed the match', () => {
    const of = (stance: 'spread' | 'denial' | 'confirmed') => priorityOf({ top: { score: 0.9, harm: 'high', stance }, reports: 1 }, rules);
    expect(of('denial').priority).toBeLessThan(of('spread').priority / 4);
    expect(of('denial').factors.find((f) => f.name === 'stance')!.points).toBeLessThan(0);
    expect(of('confirmed').priority).toBe(of('spread').priority);
  });
  test('a post that matches nothing still has its place in the queue', () => {
    expect(priorityOf({ top: null, reports: 1 }, rules)).toEqual({
      priority: 100,
      factors: [
        { name: 'unread', value: 1, points: 100 },
        { name: 'repetition', value: 1, points: 0 },
      ],
    });
  });
  test('one of the sample is read before others that match nothing', () => {
    const { priority, factors } = priorityOf({ top: null, reports: 1, sampled: true }, rules);
    expect(priority).toBe(250);
    expect(factors).toContainEqual({ name: 'sample', value: 1, points: 150 });
    const matched = priorityOf({ top: { score: 0.5, harm: 'low', stance: 'spread' }, reports: 1, sampled: true }, rules);
    expect(matched.factors.map((f) => f.name)).not.toContain('sample');
  });
  test('a thousand reports never outweigh more than their share', () => {
    expect(priorityOf({ top: null, reports: 1_000_000 }, rules).priority).toBe(300);
  });
});
