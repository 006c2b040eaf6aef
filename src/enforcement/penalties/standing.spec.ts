import { describe, expect, test } from '@jest/globals';
import { computePenalty } from '../penalty/compute.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import { asCase } from './as-case.js';
import type { PenaltyDecision, PenaltyEnd, RecordedAct } from './decision.js';
import { standingOf } from './standing.js';

const single = (day: string) => ({ first: day, last: day });
const act: RecordedAct = {
  ...{ types: ['false-info-social'], where: 'social-network', started: single('2026-09-10'), discovered: single('2026-09-11') },
  ...{ status: { answer: 'ended', ended: null, reason: 'gỡ trong ngày' }, facts: 'x', returnedByPolice: false, evasionEnded: null },
} as RecordedAct;
const DAY = '2026-09-14';
const director = { id: 't', title: 'department-director' };
const ward = { id: 'w', title: 'commune-police-chief' };

/** A decision as it is written on that day; what is given replaces what was computed. */
function decision(given: Partial<PenaltyDecision> = {}): PenaltyDecision {
  const facts = {
    subject: { kind: 'individual', age: 30 },
    act,
    provision: null,
    accepted: { mitigating: [], aggravating: [] },
    amount: null,
  } as const;
  const crime = { signs: [], refer: null, reason: null };
  const penalty = computePenalty(
    asCase({ ...facts, accepted: { mitigating: [], aggravating: [] }, crime }, { day: DAY, signer: null, confirmations: [] }),
    penaltyLaw,
  );
  const [chosen] = penalty.acts[0].readings[0].candidates;
  const { outcome, steps, amount, between } = chosen.fine;
  return {
    ...{
      format: 1,
      kind: 'decision',
      end: 'fine',
      caseNumber: '2026-000001',
      ground: 'x',
      exhibits: [],
      payWithin: 10,
      decided: null,
      crime,
      act,
    },
    record: { id: 'r', reference: 'BB-1', sha256: 'a', drawnOn: DAY },
    subject: { partyId: 'p', kind: 'individual', age: 30, identity: null },
    provision: { id: chosen.provision, citation: chosen.citation, act: chosen.act, reason: null },
    frame: { printed: chosen.frames.organisation, subject: chosen.frame, halving: chosen.halving },
    rule: penalty.rule,
    circumstances: { mitigating: [], aggravating: [] },
    sum: { outcome, steps, amount, between },
    additional: [],
    remedies: chosen.remedies.map((key) => ({ key, label: { vi: key, en: key }, days: 5, leftOut: null })),
    explanation: { right: true, answers: [] },
    ...given,
  };
}
const holds = (given: Partial<PenaltyDecision>, titles = [director], day = DAY) =>
  standingOf(decision(given), { day, titles, confirmations: [] }, penaltyLaw).needs.has('sum-holds');

describe('a decision that is computed again', () => {
  test('stands as it was written', () => expect(holds({})).toBe(true));
  test('falls by one figure, one step or one remedy that does not follow from the law', () => {
    const { sum, remedies, rule } = decision();
    expect(holds({ sum: { ...sum!, amount: sum!.amount! + 1 } })).toBe(false);
    expect(holds({ sum: { ...sum!, steps: sum!.steps.slice(1) } })).toBe(false);
    expect(holds({ sum: null })).toBe(false);
    expect(holds({ remedies: [] })).toBe(false);
    expect(holds({ remedies: [...remedies, { ...remedies[0], key: 'account-lock' }] })).toBe(false);
    expect(holds({ rule: { ...rule, key: 'V20' } })).toBe(false);
    expect(holds({ provision: { ...decision().provision!, id: 'ND15-2020:101.1.a' } })).toBe(false);
  });
  test('falls where its end does not fit: a fine for a child of fifteen, a warning for a grown-up', () => {
    expect(holds({ end: 'warning' })).toBe(false);
    expect(holds({ subject: { ...decision().subject, age: 15 } })).toBe(false);
  });
  test('is signed by the first title that passes every test, and by none that fails one', () => {
    const by = (end: PenaltyEnd, ...titles: { id: string; title: string }[]) =>
      standingOf(decision({ end }), { day: DAY, titles, confirmations: [] }, penaltyLaw).title?.id ?? null;
    expect(by('fine', ward)).toBeNull();
    expect(by('fine', ward, director)).toBe('t');
    expect(by('remedies', ward)).toBeNull();
    expect(by('none', ward)).toBe('w');
    expect(by('none', { id: 'k', title: 'king' })).toBeNull();
  });
});
