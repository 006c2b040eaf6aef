import { describe, expect, test } from '@jest/globals';
import { flowFaults, take, type Held } from '../../core/flow/flow.js';
import { knownRights, rightsTable } from '../../core/identity/rights.js';
import { ENDS, type PenaltyEnd } from './decision.js';
import { annulmentFlow, decisionFlows, PENALTY_STATES } from './penalty.flow.js';
import { signaturesSuffice, type SigningRole } from './signatures.js';
import { violationFlow } from './violation.flow.js';

const all = [...Object.values(decisionFlows), annulmentFlow].flatMap((flow) =>
  Object.values(flow)
    .flat()
    .flatMap((s) => s.needs ?? []),
);
const held = (without: string[] = [], ...authors: string[]): Held => ({
  needs: new Set(all.filter((need) => !without.includes(need))),
  authors: new Set(authors),
});
const system = { staffId: null, rights: new Set<string>(), system: true };
const role = (name: string, staffId = name) => ({ staffId, rights: new Set(rightsTable.roles[name].rights) });
const flows = Object.entries({ ...decisionFlows, annulment: annulmentFlow });

test('the tables know no state that nothing reaches and no right that nobody can hold', () => {
  for (const [name, flow] of flows) expect(flowFaults(name, flow, 'draft', knownRights)).toEqual([]);
  expect(flowFaults('violation', violationFlow, 'draft', knownRights)).toEqual([]);
});

describe('a decision', () => {
  test.each(flows)('(%s) is signed by a person with that right alone: never by the house, and never by an author', (_, flow) => {
    expect(take(flow, 'draft', 'signed', role('chief'), held())).toEqual({ ok: true });
    expect(take(flow, 'draft', 'signed', role('chief'), held([], 'chief'))).toEqual({ ok: false, reason: 'own-work' });
    for (const from of PENALTY_STATES) expect(take(flow, from, 'signed', system, held()).ok).toBe(false);
    for (const other of ['inspector', 'legal', 'coordinator', 'auditor', 'administrator', 'operator'])
      expect(take(flow, 'draft', 'signed', role(other), held()).ok).toBe(false);
  });
  test.each(flows)('(%s) is sent back by whoever may sign it and did not write it, once for each version', (_, flow) => {
    expect(take(flow, 'draft', 'draft', role('chief'), held())).toEqual({ ok: true });
    expect(take(flow, 'draft', 'draft', role('chief'), held([], 'chief'))).toEqual({ ok: false, reason: 'own-work' });
    for (const other of ['legal', 'coordinator'])
      expect(take(flow, 'draft', 'draft', role(other), held())).toMatchObject({ reason: 'no-right' });
    for (const to of ['signed', 'draft'] as const)
      expect(take(flow, 'draft', to, role('chief'), held(['new-version']))).toEqual({ ok: false, reason: 'lacks', lacks: ['new-version'] });
  });
  test.each(flows)('(%s) bears a number only with a signature, and is served only with its proof', (_, flow) => {
    for (const from of PENALTY_STATES) {
      expect(take(flow, from, 'numbered', role('coordinator'), held(['signature'])).ok).toBe(false);
      expect(take(flow, from, 'served', role('coordinator'), held(['service-proof'])).ok).toBe(false);
    }
  });
  test('gets no number, is not served and never late while something is about to take it back', () => {
    const ways = [
      ['signed', 'numbered', role('coordinator')],
      ['numbered', 'served', role('coordinator')],
      ['served', 'late', system],
    ] as const;
    for (const end of ENDS)
      for (const [from, to, actor] of ways)
        for (const need of ['no-annulment', 'case-stands'])
          expect(take(decisionFlows[end], from, to, actor, held([need]))).toEqual({ ok: false, reason: 'lacks', lacks: [need] });
  });
  test('gets no number by a title that its signer holds no more', () => {
    for (const [, each] of flows)
      expect(take(each, 'signed', 'numbered', role('coordinator'), held(['signer-entitled']))).toMatchObject({
        lacks: ['signer-entitled'],
      });
  });
  test('to fine or to warn needs everything that the law asks before', () => {
    const needs = [
      ...[
        'case-confirmed',
        'record-drawn',
        'sealed-evidence',
        'punished-once',
        'judged-false',
        'questions-answered',
        'sum-holds',
        'measures-decided',
      ],
      ...['law-confirmed', 'right-confirmed', 'explained', 'explanation-answered', 'within-limitation', 'within-window', 'competent-title'],
    ];
    for (const end of ['fine', 'warning'] as PenaltyEnd[])
      for (const need of needs)
        expect(take(decisionFlows[end], 'draft', 'signed', role('chief'), held([need]))).toEqual({
          ok: false,
          reason: 'lacks',
          lacks: [need],
        });
  });
  test('without a penalty waits neither for limitation nor for an explanation, but for an answer to one that came and a title with the competence', () => {
    const free = ['right-confirmed', 'explained', 'within-limitation', 'within-window'];
    for (const end of ['remedies', 'referral', 'none'] as PenaltyEnd[]) {
      expect(take(decisionFlows[end], 'draft', 'signed', role('chief'), held(free))).toEqual({ ok: true });
      for (const need of ['competent-title', 'explanation-answered'])
        expect(take(decisionFlows[end], 'draft', 'signed', role('chief'), held([need])).ok).toBe(false);
    }
  });
  test('is paid or late only where there is a fine, and comes back from no end but for money that is owed back once more', () => {
    for (const end of ENDS) {
      expect(take(decisionFlows[end], 'served', 'paid', role('coordinator'), held(['fine'])).ok).toBe(false);
      expect(take(decisionFlows[end], 'served', 'late', system, held(['fine'])).ok).toBe(false);
      expect(decisionFlows[end].cancelled).toEqual([]);
      expect(decisionFlows[end].refunded).toEqual([{ to: 'annulled', by: ['system'], needs: ['money-received'] }]);
    }
  });
  test('is annulled by nobody’s right: only an annulment that was issued takes it back', () => {
    const everyRight = { staffId: 'a', rights: knownRights };
    for (const [, flow] of flows)
      for (const from of PENALTY_STATES) {
        expect(take(flow, from, 'annulled', everyRight, held()).ok).toBe(false);
        expect(take(flow, from, 'annulled', system, held(['annulment-issued', 'money-received'])).ok).toBe(false);
      }
  });
});

describe('the signatures under a record', () => {
  const suffice = (...present: [SigningRole, boolean][]) => signaturesSuffice(present.map(([r, signed]) => ({ role: r, signed })));
  test('are those of whoever drew it up and of the accused', () => {
    expect(suffice(['recorder', true], ['accused', true])).toBe(true);
    expect(suffice(['accused', true])).toBe(false);
    expect(suffice(['recorder', true])).toBe(false);
  });
  test('of the accused may be missing where a witness or the commune was asked', () => {
    expect(suffice(['recorder', true], ['accused', false])).toBe(false);
    expect(suffice(['recorder', true], ['accused', false], ['witness', true])).toBe(true);
    expect(suffice(['recorder', true], ['accused', false], ['commune', false])).toBe(true);
    expect(suffice(['recorder', true], ['accused', false], ['victim', true])).toBe(false);
  });
});
