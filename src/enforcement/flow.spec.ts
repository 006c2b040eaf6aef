import { describe, expect, test } from '@jest/globals';
import { flowFaults, take, type Held } from '../core/flow/flow.js';
import { knownRights, rightsTable } from '../core/identity/rights.js';
import { itemFlowOf, ITEM_STATES, removalFlow, restorationFlow } from './item.flow.js';
import { takedownFlow, withdrawalFlow, TAKEDOWN_STATES } from './takedown.flow.js';

const held = (needs: string[], ...authors: string[]): Held => ({ needs: new Set(needs), authors: new Set(authors) });
const ALL = [
  'new-version',
  'case-confirmed',
  'judged-false',
  'exact-urls',
  'legal-basis',
  'sealed-evidence',
  'no-blank',
  'approval',
  'way-ready',
  'by-hand',
  'delivery-proof',
  'nothing-left',
  'withdrawal-sent',
  'no-withdrawal',
  'never-sent',
  'reply',
];
const system = { staffId: null, rights: new Set<string>(), system: true };
const everyRight = { staffId: 'a', rights: knownRights };

test('the tables know no state that nothing reaches and no right that nobody can hold', () => {
  expect([
    ...flowFaults('takedown', takedownFlow, 'draft', knownRights),
    ...flowFaults('withdrawal', withdrawalFlow, 'draft', knownRights),
    ...flowFaults('item', removalFlow, 'awaiting', knownRights),
    ...flowFaults('restoration', restorationFlow, 'asked-back', knownRights),
  ]).toEqual([]);
});

describe('a takedown request', () => {
  test('is approved by legal staff or the chief, never by whoever wrote it', () => {
    const legal = { staffId: 'l', rights: new Set(rightsTable.roles.legal.rights) };
    expect(take(takedownFlow, 'draft', 'approved', legal, held(ALL, 'k'))).toEqual({ ok: true });
    expect(take(takedownFlow, 'draft', 'approved', legal, held(ALL, 'k', 'l'))).toEqual({ ok: false, reason: 'own-work' });
    expect(
      take(takedownFlow, 'draft', 'approved', { staffId: 'c', rights: new Set(rightsTable.roles.coordinator.rights) }, held(ALL, 'k')),
    ).toEqual({ ok: false, reason: 'no-right' });
  });
  test('is sent back by whoever may approve it and did not write it, and waits for a new version then', () => {
    const legal = { staffId: 'l', rights: new Set(rightsTable.roles.legal.rights) };
    const coordinator = { staffId: 'c', rights: new Set(rightsTable.roles.coordinator.rights) };
    for (const flow of [takedownFlow, withdrawalFlow]) {
      expect(take(flow, 'draft', 'draft', legal, held(['new-version'], 'k'))).toEqual({ ok: true });
      expect(take(flow, 'draft', 'draft', legal, held(['new-version'], 'l'))).toEqual({ ok: false, reason: 'own-work' });
      expect(take(flow, 'draft', 'draft', coordinator, held(['new-version'], 'k'))).toEqual({ ok: false, reason: 'no-right' });
      for (const to of ['approved', 'draft'] as const)
        expect(take(flow, 'draft', to, legal, held(ALL.filter((n) => n !== 'new-version')))).toMatchObject({ lacks: ['new-version'] });
    }
  });
  test('is approved only with a confirmed case, posts judged false, exact links, a legal basis in force, sealed evidence and no blank', () => {
    for (const need of ['case-confirmed', 'judged-false', 'exact-urls', 'legal-basis', 'sealed-evidence', 'no-blank']) {
      expect(take(takedownFlow, 'draft', 'approved', everyRight, held(ALL.filter((n) => n !== need)))).toEqual({
        ok: false,
        reason: 'lacks',
        lacks: [need],
      });
    }
  });
  test('reaches the sent state from no state without an approval and a proof', () => {
    for (const from of TAKEDOWN_STATES)
      for (const actor of [system, everyRight])
        for (const need of ['approval', 'delivery-proof']) {
          expect(take(takedownFlow, from, 'sent', actor, held(ALL.filter((n) => n !== need))).ok).toBe(false);
        }
  });
  test('goes back to the desk only while nothing has left', () => {
    expect(take(takedownFlow, 'sending', 'approved', everyRight, held(['nothing-left']))).toEqual({ ok: true });
    expect(take(takedownFlow, 'sending', 'approved', everyRight, held([]))).toMatchObject({ reason: 'lacks' });
    expect(take(takedownFlow, 'sent', 'draft', everyRight, held(ALL)).ok).toBe(false);
  });
  test('that was ever sent is cancelled from no state, and its bounce is noted by legal staff or the chief who did not send it', () => {
    for (const from of TAKEDOWN_STATES)
      for (const actor of [system, everyRight])
        expect(
          take(takedownFlow, from, 'withdrawn', actor, held(ALL.filter((n) => n !== 'never-sent' && n !== 'withdrawal-sent'))).ok,
        ).toBe(false);
    const coordinator = { staffId: 'c', rights: new Set(rightsTable.roles.coordinator.rights) };
    expect(take(takedownFlow, 'sent', 'undeliverable', coordinator, held(ALL))).toMatchObject({ reason: 'no-right' });
    expect(take(takedownFlow, 'sent', 'undeliverable', everyRight, held(ALL, 'a'))).toMatchObject({ reason: 'own-work' });
    expect(take(takedownFlow, 'sent', 'undeliverable', everyRight, held(ALL, 'b'))).toEqual({ ok: true });
  });
  test('that was sent is withdrawn by no person, only by a withdrawal that was sent', () => {
    expect(take(takedownFlow, 'sent', 'withdrawn', everyRight, held(ALL))).toMatchObject({ reason: 'no-right' });
    expect(take(takedownFlow, 'sent', 'withdrawn', system, held([]))).toMatchObject({ reason: 'lacks' });
  });
});

describe('an item', () => {
  test('is verified removed by no person whatever their rights, and by no reply', () => {
    for (const from of ITEM_STATES) {
      expect(take(itemFlowOf('removal'), from, 'verified-removed', everyRight, held([...ALL, 'seen-gone-twice'])).ok).toBe(false);
      expect(take(itemFlowOf('removal'), from, 'verified-removed', system, held(ALL)).ok).toBe(false);
    }
  });
  test('that was refused can still be found removed', () => {
    expect(take(itemFlowOf('removal'), 'refused', 'verified-removed', system, held(['seen-gone-twice']))).toEqual({ ok: true });
  });
});
