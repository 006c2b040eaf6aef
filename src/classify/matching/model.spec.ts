import { describe, expect, test } from '@jest/globals';
import { SIGNAL_NAMES, modelFaults, scorer, type MatcherModel } from './model.js';

const card = { trained_on: ['two posts'], command: 'lachan train matcher', date: '2026-11-28', seed: 1, figures: {} };
const model = (weights: Record<string, number>, base = -1): MatcherModel => ({ kind: 'matcher', base, weights, card });
const values = (some: Record<string, number>) => Float64Array.from(SIGNAL_NAMES, (name) => some[name] ?? 0);

describe('the model of the matcher', () => {
  test('is a sum of signals that becomes a chance', () => {
    const { score } = scorer(model({ coverage: 2 }));
    expect(score(values({ coverage: 0.5 }))).toBeCloseTo(0.5, 12);
    expect(score(values({ coverage: 1 }))).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
    expect(score(values({ coverage: 1, letters: 1 }))).toBe(score(values({ coverage: 1 })));
  });
  test('is known by what it weighs, whatever its card says', () => {
    const { id } = scorer(model({ coverage: 2, lead: 1 }));
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    expect(scorer({ ...model({ lead: 1, coverage: 2 }), card: { ...card, seed: 2 } }).id).toBe(id);
    expect(scorer(model({ coverage: 2, lead: 1.0001 })).id).not.toBe(id);
  });
  test.each([
    [null, 'this is no model of a matcher'],
    [{ ...model({ coverage: 1 }), kind: 'style' }, 'this is no model of a matcher'],
    [model({ coverage: 1 }, Number.NaN), '"base" must be a number'],
    [model({}), '"weights" must name a signal'],
    [model({ luck: 1 }), 'there is no signal "luck"'],
    [model({ coverage: '1' as unknown as number }), 'coverage must be a number'],
    [{ kind: 'matcher', base: 0 }, '"weights" must be an object'],
  ])('says what is wrong with a file that is none: %j', (given, fault) => {
    expect(modelFaults(given).join('\n')).toContain(fault);
    expect(() => scorer(given as MatcherModel)).toThrow(fault);
  });
});
