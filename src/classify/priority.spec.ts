import { describe, expect, test } from '@jest/globals';
import { priorityOf } from './priority.js';

const rules = { weights: { match: 400, harm: 300, repetition: 200, unread: 100 }, harm: { low: 0.3, medium: 0.6, high: 1 }, full_repetition: 200 };

describe('priority', () => {
  test('is the sum of the factors that are shown', () => {
    const { priority, factors } = priorityOf({ top: { score: 0.9, harm: 'high' }, reports: 12 }, rules);
    expect(factors.reduce((s, f) => s + f.points, 0)).toBe(priority);
  });
  test('a harmful claim comes before a harmless one at the same strength', () => {
    const of = (harm: 'low' | 'high') => priorityOf({ top: { score: 0.8, harm }, reports: 1 }, rules).priority;
    expect(of('high')).toBeGreaterThan(of('low'));
  });
  test('a post that matches nothing still has its place in the queue', () => {
    expect(priorityOf({ top: null, reports: 1 }, rules)).toEqual({ priority: 100, factors: [{ name: 'unread', value: 1, points: 100 }, { name: 'repetition', value: 1, points: 0 }] });
  });
  test('a thousand reports never outweigh more than their share', () => {
    expect(priorityOf({ top: null, reports: 1_000_000 }, rules).priority).toBe(300);
  });
});
