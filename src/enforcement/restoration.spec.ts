import { describe, expect, test } from '@jest/globals';
import { ITEM_STATES, REPLIES, itemFlowOf, type ItemState } from './item.flow.js';
import type { Look } from './removal.js';
import { restorationOf, restoredByLooks } from './restoration.js';
import { take } from '../core/flow/flow.js';
import { knownRights } from '../core/identity/rights.js';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 26, hour));
const look = (observation: string, hour: number): Look => ({
  observation,
  at: at(hour),
  captureId: `${observation} ${hour}`,
  way: 'direct',
});
const asked = (state: ItemState) => ({ state, askedAt: at(8) });

describe('a link that was asked back', () => {
  test('is restored by the first look after the asking that saw it, whatever the platform said', () => {
    for (const state of ['asked-back', 'restoration-claimed', 'restoration-refused', 'restoration-partial'] as const)
      expect(restoredByLooks(asked(state), [look('gone', 9), look('present', 11), look('present', 10)])).toMatchObject({
        to: 'restored',
        captures: ['present 10'],
      });
  });
  test('is restored by nothing that a member saw', () => {
    expect(restoredByLooks(asked('asked-back'), [{ ...look('present', 10), signedIn: true }])).toBeNull();
  });
  test('is restored by nothing that was seen before, and by no look that saw no post', () => {
    expect(restoredByLooks(asked('restoration-claimed'), [look('present', 7), look('present', 8)])).toBeNull();
    for (const seen of ['gone', 'private', 'login-wall', 'blocked', 'unclear', 'fetch-failed'])
      expect(restoredByLooks(asked('restoration-claimed'), [look(seen, 9)])).toBeNull();
  });
  test('that is restored is not restored again', () => {
    expect(restoredByLooks(asked('restored'), [look('present', 10)])).toBeNull();
  });
  test('is restored by no person whatever their rights, and by no reply', () => {
    const flow = itemFlowOf('withdrawal');
    const everyRight = { staffId: 'a', rights: knownRights };
    const system = { staffId: null, rights: new Set<string>(), system: true };
    for (const from of ITEM_STATES) {
      expect(take(flow, from, 'restored', everyRight, { needs: new Set(['reply', 'seen-present']), authors: new Set() }).ok).toBe(false);
      expect(take(flow, from, 'restored', system, { needs: new Set(['reply']), authors: new Set() }).ok).toBe(false);
    }
  });
  test('takes no answer to a request for removal, and a link of such a request none to a withdrawal', () => {
    const held = { needs: new Set(['reply']), authors: new Set<string>() };
    const coordinator = { staffId: 'c', rights: new Set(['takedown.send']) };
    const taken = (kind: 'removal' | 'withdrawal', from: ItemState) =>
      REPLIES.filter((to) => take(itemFlowOf(kind), from, to, coordinator, held).ok);
    expect(taken('withdrawal', 'asked-back')).toEqual(['restoration-claimed', 'restoration-refused', 'restoration-partial']);
    expect(taken('removal', 'awaiting')).toEqual(['removed-claimed', 'refused', 'restricted']);
    // a wrong entry is corrected by the right one
    expect(taken('withdrawal', 'restoration-refused')).toEqual(['restoration-claimed', 'restoration-partial']);
  });
});

test.each([
  [[], 'none'],
  [['asked-back', 'asked-back'], 'open'],
  [['asked-back', 'restoration-refused'], 'open'],
  [['restoration-claimed', 'restoration-claimed'], 'restoration-claimed'],
  [['restoration-claimed', 'restored'], 'partly'],
  [['restoration-claimed', 'restoration-refused'], 'restoration-partial'],
  [['restoration-claimed', 'asked-back'], 'restoration-partial'],
  [['restoration-refused', 'restoration-refused'], 'restoration-refused'],
  [['restored', 'restoration-refused'], 'partly'],
  [['restoration-partial'], 'restoration-partial'],
  [['restored', 'asked-back'], 'partly'],
  [['restored', 'restored'], 'restored'],
] as [ItemState[], string][])('a withdrawal whose links stand as %j is %s', (states, is) => {
  expect(restorationOf(states)).toBe(is);
});
