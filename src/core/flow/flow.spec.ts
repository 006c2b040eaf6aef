import { describe, expect, test } from '@jest/globals';
import { flowFaults, steps, take, type Flow } from './flow.js';

type S = 'draft' | 'approved' | 'sent';
const flow: Flow<S> = {
  draft: [{ to: 'approved', by: ['approve'], notBy: 'author', needs: ['evidence'] }],
  approved: [{ to: 'sent', by: ['system'] }],
  sent: [],
};
const who = (staffId: string, ...rights: string[]) => ({ staffId, rights: new Set(rights) });
const held = (needs: string[], authors: string[] = []) => ({ needs: new Set(needs), authors: new Set(authors) });

describe('a flow table', () => {
  test('a person with the right may take a step when all is on file', () => {
    expect(take(flow, 'draft', 'approved', who('b', 'approve'), held(['evidence'], ['a']))).toEqual({ ok: true });
  });
  test('an author cannot approve the own draft, whatever the rights', () => {
    expect(take(flow, 'draft', 'approved', who('a', 'approve'), held(['evidence'], ['a']))).toEqual({ ok: false, reason: 'own-work' });
  });
  test('a step without its evidence says what it lacks', () => {
    expect(take(flow, 'draft', 'approved', who('b', 'approve'), held([]))).toEqual({ ok: false, reason: 'lacks', lacks: ['evidence'] });
  });
  test('a person cannot take a step of the house, nor the house one of a person', () => {
    expect(take(flow, 'approved', 'sent', who('b', 'approve'), held([]))).toMatchObject({ reason: 'no-right' });
    expect(
      take(flow, 'draft', 'approved', { staffId: null, rights: new Set(['approve']), system: true }, held(['evidence'])),
    ).toMatchObject({ reason: 'no-right' });
  });
  test('a step that the table does not have is refused', () => {
    expect(take(flow, 'draft', 'sent', who('b', 'approve'), held([]))).toEqual({ ok: false, reason: 'no-such-step' });
  });
  test('the screen gets the same answer as the law', () => {
    expect(steps(flow, 'draft', who('b', 'approve'), held([]))).toEqual([
      { to: 'approved', lacks: ['evidence'], ownWork: false, possible: false },
    ]);
    expect(steps(flow, 'draft', who('c'), held([]))).toEqual([]);
  });
  test('a table with an unknown state, an unreachable state or an unknown right is refused', () => {
    const bad = { draft: [{ to: 'gone', by: ['fly'] }], island: [] } as unknown as Flow<S>;
    expect(flowFaults('bad', bad, 'draft', new Set(['approve']))).toEqual([
      'bad: draft leads to unknown state gone',
      'bad: draft → gone asks for unknown right fly',
      'bad: nothing reaches state island',
    ]);
    expect(flowFaults('good', flow, 'draft', new Set(['approve']))).toEqual([]);
  });
});
