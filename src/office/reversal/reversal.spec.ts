import { describe, expect, test } from '@jest/globals';
import type { CasePenalty, CaseTakedown } from '../../enforcement/index.js';
import type { CaseCorrection, CaseReceipts } from '../../publication/index.js';
import { reversalOf } from './reversal.js';
import type { ActedOn } from './reversal-line.js';

const MINE = { act: 'approve', possible: true, lacks: [], ownWork: false };
const takedown = (more: Partial<CaseTakedown> = {}): CaseTakedown => ({
  ...{
    id: 't',
    reference: 'VV/YCG-1',
    state: 'sent',
    sent: true,
    links: 2,
    taken: 0,
    saidBack: 0,
    refusedBack: 0,
    back: 0,
    withdrawal: null,
  },
  ...more,
});
const withdrawal = (state: NonNullable<CaseTakedown['withdrawal']>['state']) => ({
  ...{ id: 'w', reference: 'VV/YCG-2', state, version: 3, contentHash: 'h', approve: state === 'draft' ? MINE : null },
});
const penalty = (more: Partial<CasePenalty> = {}): CasePenalty => ({
  ...{ id: 'p', act: 'a', number: '7/QĐ-XPHC', reference: 'BB-1', state: 'served', end: 'fine', paid: 0, annulment: null },
  ...more,
});
const annulment = (state: NonNullable<CasePenalty['annulment']>['state']) => ({
  ...{ id: 'x', number: null, state, version: 1, contentHash: 'h', sign: state === 'draft' ? MINE : null },
});
const correction = (more: Partial<CaseCorrection> = {}): CaseCorrection => ({
  ...{
    id: 'c',
    title: 'Không đúng',
    state: 'published',
    version: 1,
    isPublic: true,
    claimRetired: false,
    caseFell: true,
    withdrawal: null,
  },
  ...more,
});
const acted = (more: Partial<ActedOn>): ActedOn => ({
  ...{
    fell: true,
    takedowns: [],
    violations: [],
    penalties: [],
    corrections: [],
    register: [],
    receipts: { total: 0, told: [] },
    exhibits: 0,
  },
  ...more,
});
/** State and next right of the lines of one kind. */
const told = (more: Partial<ActedOn>, kind: string) =>
  reversalOf(acted(more))
    .filter((l) => l.kind === kind)
    .map((l) => [l.state, l.next?.right ?? null, l.done]);

describe('what hangs on a case', () => {
  test.each([
    ['draft', false, 'will-cancel', null],
    ['approved', false, 'will-cancel', null],
    ['undeliverable', true, 'will-withdraw', 'takedown.approve'],
    ['sent', true, 'will-withdraw', 'takedown.approve'],
    ['sending', false, 'will-withdraw', 'takedown.approve'],
  ] as const)('before it falls says of a request that is %s what a fall would do', (state, sent, says, right) => {
    expect(told({ fell: false, takedowns: [takedown({ state, sent })] }, 'takedown')).toEqual([[says, right, false]]);
  });
  test.each([
    [takedown({ state: 'withdrawn', sent: false }), 'cancelled', null, true],
    [takedown({ state: 'sending', sent: false }), 'leaving', null, false],
    [takedown(), 'pending', null, false],
    [takedown({ withdrawal: withdrawal('draft') }), 'withdrawal-drafted', 'takedown.approve', false],
    [takedown({ withdrawal: withdrawal('approved') }), 'withdrawal-approved', 'takedown.send', false],
    [takedown({ withdrawal: withdrawal('undeliverable') }), 'withdrawal-undeliverable', 'takedown.send', false],
    [takedown({ state: 'withdrawn', withdrawal: withdrawal('sent') }), 'withdrawn', null, true],
  ])('after it fell follows a request to its end (%#)', (t, state, right, done) => {
    expect(told({ takedowns: [t] }, 'takedown')).toEqual([[state, right, done]]);
  });
  test('asks back what was taken away, and is at its end when all of it was seen again', () => {
    const links = (more: Partial<CaseTakedown>) => told({ takedowns: [takedown({ taken: 2, ...more })] }, 'links')[0][0];
    expect(links({})).toBe('not-asked-back');
    expect(links({ state: 'withdrawn', back: 1 })).toBe('asked-back');
    expect(links({ state: 'withdrawn', saidBack: 1 })).toBe('asked-back');
    expect(links({ state: 'withdrawn', saidBack: 1, back: 1 })).toBe('said-back');
    expect(links({ state: 'withdrawn', refusedBack: 1, back: 1 })).toBe('refused-back');
    expect(links({ state: 'withdrawn', back: 2 })).toBe('seen-back');
    expect(told({ takedowns: [takedown()] }, 'links')).toEqual([]);
  });
  test.each([
    [penalty({ state: 'draft' }), false, 'will-cancel', null],
    [penalty(), false, 'will-annul', 'penalty.sign'],
    [penalty({ state: 'cancelled' }), true, 'cancelled', null],
    [penalty(), true, 'pending', null],
    [penalty({ annulment: annulment('draft') }), true, 'annulment-drafted', 'penalty.sign'],
    [penalty({ annulment: annulment('signed') }), true, 'annulment-signed', 'penalty.serve'],
    [penalty({ state: 'annulled', annulment: annulment('numbered') }), true, 'annulment-issued', 'penalty.serve'],
    [penalty({ state: 'annulled', annulment: annulment('served') }), true, 'annulled', null],
  ])('follows a decision to the service of its annulment (%#)', (p, fell, state, right) => {
    expect(told({ fell, penalties: [p] }, 'penalty')[0].slice(0, 2)).toEqual([state, right]);
  });
  test('owes back what was paid once the decision is annulled, and nothing before', () => {
    const refund = (more: Partial<CasePenalty>) => told({ penalties: [penalty({ paid: 5, ...more })] }, 'refund')[0].slice(0, 2);
    expect(refund({})).toEqual(['refund-after-annulment', null]);
    expect(refund({ state: 'annulled' })).toEqual(['refund-due', 'penalty.collect']);
    expect(refund({ state: 'refunded' })).toEqual(['refunded', null]);
  });
  test('cancels a record on which nothing was decided, and leaves one with a decision to its decision', () => {
    const violations = [{ id: 'v', reference: 'BB-1', state: 'drawn' as const }];
    expect(told({ violations, fell: false }, 'violation')).toEqual([['will-cancel', null, false]]);
    expect(told({ violations, penalties: [penalty()] }, 'violation')).toEqual([]);
  });
  test('lets a correction be looked at again while its claim stands, and has it withdrawn where the claim does not', () => {
    const one = (more: Partial<CaseCorrection>, fell = true) =>
      told({ fell, corrections: [correction(more)] }, 'correction')[0]?.slice(0, 2);
    expect(one({}, false)).toEqual(['will-look-again', 'correction.approve']);
    expect(one({ claimRetired: true }, false)).toEqual(['will-propose-withdrawal', 'correction.approve']);
    expect(one({})).toEqual(['look-again', 'correction.approve']);
    expect(one({ caseFell: false })).toEqual(['correction-stands', null]);
    expect(one({ isPublic: false, state: 'draft' })).toBeUndefined();
    const withdrawn = { reason: 'r', contentHash: 'h', agreed: false, withdraw: MINE };
    expect(one({ claimRetired: true, withdrawal: withdrawn })).toEqual(['withdrawal-proposed', 'correction.approve']);
  });
  test('is taken back in the register only where the register shows it', () => {
    const line = (now: string | null) => told({ register: [{ act: 'a', kind: 'takedown', was: 'removed', now }] }, 'register')[0];
    expect([line('removed'), line(null), line('withdrawn')]).toEqual([
      ['still-shown', null, false],
      ['not-shown', null, false],
      ['shown-taken-back', null, true],
    ]);
  });
  test('is at its end in the register where a correction stands that the register shows', () => {
    const register = [{ act: 'c', kind: 'correction', was: 'published', now: 'published' }];
    const line = (caseFell: boolean) => told({ register, corrections: [correction({ caseFell })] }, 'register')[0];
    expect([line(true), line(false)]).toEqual([
      ['still-shown', null, false],
      ['still-shown', null, true],
    ]);
  });
  test('is told to the end only when no reporter reads any more that the office acts', () => {
    const done = (fell: boolean, ...states: CaseReceipts['told'][number]['state'][]) =>
      told({ fell, receipts: { total: 2, told: states.map((state) => ({ state, n: 1 })) } }, 'receipts')[0][2];
    expect(done(true, 'looked-at', 'no-false-statement')).toBe(true);
    expect([done(true, 'looked-at', 'in-case'), done(true, 'asked'), done(true, 'removed'), done(false, 'looked-at')]).toEqual(
      Array(4).fill(false),
    );
  });
  test('shows nothing of what the reader may not read', () => {
    expect(
      reversalOf(acted({ takedowns: null, violations: null, penalties: null, corrections: null, exhibits: 2 })).map((l) => l.kind),
    ).toEqual(['exhibits']);
  });
});
