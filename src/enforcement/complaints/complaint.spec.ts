import { describe, expect, test } from '@jest/globals';
import { flowFaults, take, type Held } from '../../core/flow/flow.js';
import { knownRights, rightsTable } from '../../core/identity/rights.js';
import { complaintRuleOn, daysOff } from '../penalties/procedure-table.js';
import { answeringTitles, dueOf, isComplainedAbout, lodgingOf } from './complaint.js';
import { complaintFlow, COMPLAINT_STATES } from './complaint.flow.js';

const role = (name: string, staffId = name) => ({ staffId, rights: new Set(rightsTable.roles[name].rights) });
const held = (...authors: string[]): Held => ({
  needs: new Set(['new-version', 'complaint-answer', 'complaint-refusal', 'competent-title']),
  authors: new Set(authors),
});

describe('the time to complain', () => {
  const rule = complaintRuleOn('2026-09-14')!;
  test('is ninety days from receipt of the decision, and a last day of rest moves on', () => {
    expect(lodgingOf('2026-09-14', '2026-12-14', rule, daysOff)).toEqual({ until: '2026-12-14', inTime: true });
    expect(lodgingOf('2026-09-14', '2026-12-15', rule, daysOff)).toEqual({ until: '2026-12-14', inTime: false });
  });
  test('has not begun where the decision was not received, and is unknown where nobody knows the days off', () => {
    expect(lodgingOf(null, '2026-12-15', rule, daysOff)).toEqual({ until: null, inTime: true });
    expect(lodgingOf('2030-01-02', '2030-01-03', rule, daysOff)).toEqual({ until: null, inTime: null });
  });
  test('is of the law that held when the complaint came', () => {
    expect(complaintRuleOn('2012-06-30')).toBeUndefined();
    expect(complaintRuleOn('2012-07-01')?.key).toBe('KN2011');
  });
  test('goes to the title that issued the decision, or to the one that followed it', () => {
    expect(answeringTitles('department-director', rule)).toEqual(['department-director']);
    expect(answeringTitles('department-chief-inspector', rule)).toEqual(['department-chief-inspector', 'department-director']);
  });
  test('runs about decisions that were issued and stand, and about no annulment', () => {
    const states = ['draft', 'signed', 'numbered', 'served', 'late', 'paid', 'annulled', 'refunded', 'cancelled'];
    expect(states.filter((state) => isComplainedAbout({ kind: 'decision', state }))).toEqual(['numbered', 'served', 'late', 'paid']);
    expect(states.filter((state) => isComplainedAbout({ kind: 'annulment', state }))).toEqual([]);
  });
});

test('what is due is acceptance, then an answer, then nothing, and is overdue only after its last day', () => {
  const times = { acceptBy: '2026-09-24', answerBy: '2026-10-14' };
  const due = (state: (typeof COMPLAINT_STATES)[number], today: string) => dueOf({ ...times, state }, today);
  expect(due('received', '2026-09-24')).toEqual({ what: 'acceptance', lastDay: '2026-09-24', overdue: false });
  expect(due('received', '2026-09-25')).toMatchObject({ overdue: true });
  expect(due('accepted', '2026-10-14')).toEqual({ what: 'answer', lastDay: '2026-10-14', overdue: false });
  expect(due('accepted', '2026-10-15')).toMatchObject({ overdue: true });
  for (const [state, what] of [
    ['received', 'acceptance'],
    ['accepted', 'answer'],
  ] as const)
    expect(dueOf({ state, acceptBy: null, answerBy: null }, '2027-12-27')).toEqual({ what, lastDay: null, overdue: null });
  for (const state of ['not-accepted', 'answered', 'withdrawn'] as const) expect(due(state, '2027-01-01')).toBeNull();
});

describe('the way of a complaint', () => {
  test('knows no state that nothing reaches and no right that nobody can hold', () => {
    expect(flowFaults('complaint', complaintFlow, 'received', knownRights)).toEqual([]);
    expect(Object.keys(complaintFlow).sort()).toEqual([...COMPLAINT_STATES].sort());
  });
  test('leads to acceptance by legal staff, and to none or an answer by a signer: never by whoever had a hand in it', () => {
    for (const [from, to, who] of [
      ['received', 'accepted', 'legal'],
      ['received', 'not-accepted', 'chief'],
      ['accepted', 'answered', 'chief'],
    ] as const) {
      expect(take(complaintFlow, from, to, role(who), held())).toEqual({ ok: true });
      expect(take(complaintFlow, from, to, role(who), held(who))).toEqual({ ok: false, reason: 'own-work' });
      for (const other of ['inspector', 'coordinator', 'operator', 'auditor', 'administrator', who === 'legal' ? 'chief' : 'legal'])
        expect(take(complaintFlow, from, to, role(other), held())).toEqual({ ok: false, reason: 'no-right' });
    }
  });
  test('leads past acceptance to no answer, and the house answers nothing by itself', () => {
    const house = { staffId: null, rights: knownRights, system: true };
    expect(take(complaintFlow, 'received', 'answered', role('chief'), held())).toEqual({ ok: false, reason: 'no-such-step' });
    for (const from of COMPLAINT_STATES)
      for (const to of COMPLAINT_STATES) expect(take(complaintFlow, from, to, house, held()).ok).toBe(false);
  });
  test('ends by withdrawal as long as it is not answered', () => {
    const ends = COMPLAINT_STATES.filter((from) => take(complaintFlow, from, 'withdrawn', role('coordinator'), held()).ok);
    expect(ends).toEqual(['received', 'accepted']);
    for (const from of ends)
      expect(take(complaintFlow, from, 'withdrawn', role('legal'), held('legal'))).toEqual({ ok: false, reason: 'own-work' });
  });
});
