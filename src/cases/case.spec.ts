import { describe, expect, test } from '@jest/globals';
import { flowFaults, steps, take } from '../core/flow/flow.js';
import { knownRights, rightsOf } from '../core/identity/rights.js';
import { actOf, onFile, turnOf, type CaseFacts, type Turn } from './case.js';
import { caseFlow, CASE_STATES, type CaseState } from './case.flow.js';

const facts: CaseFacts = {
  judgedFalse: true,
  sealedExhibits: 1,
  openDeadlines: 0,
  openPenalties: [],
  everConfirmed: false,
  fell: false,
  proposed: null,
};
const proposed = (by: string, what: Turn = 'fall') => ({ proposed: { what, by } });
const person = (role: string, staffId = role) => ({ staffId, rights: rightsOf([role]) });
const tries = (role: string, from: CaseState, to: CaseState, known: Partial<CaseFacts> = {}) =>
  take(caseFlow, from, to, person(role), {
    needs: onFile({ ...facts, ...known }),
    authors: new Set([{ ...facts, ...known }.proposed?.by ?? 'nobody']),
  });

describe('a case', () => {
  test('has a flow without an unreachable state or an unknown right', () => {
    expect(flowFaults('case', caseFlow, 'open', knownRights)).toEqual([]);
  });
  test('is confirmed only when a post of it is judged a false statement of fact now, and with sealed evidence', () => {
    expect(tries('inspector', 'verifying', 'confirmed')).toEqual({ ok: true });
    expect(tries('inspector', 'verifying', 'confirmed', { judgedFalse: false })).toEqual({
      ok: false,
      reason: 'lacks',
      lacks: ['false-statement'],
    });
    expect(tries('inspector', 'verifying', 'confirmed', { sealedExhibits: 0 })).toEqual({
      ok: false,
      reason: 'lacks',
      lacks: ['sealed-exhibit'],
    });
  });
  test('is dismissed by one inspector before it acted', () => {
    expect(tries('inspector', 'verifying', 'dismissed')).toEqual({ ok: true });
  });
  test('once confirmed falls only by somebody with the right, on the proposal of another person', () => {
    expect(tries('inspector', 'confirmed', 'dismissed', proposed('x'))).toMatchObject({ reason: 'no-right' });
    expect(tries('chief', 'confirmed', 'dismissed')).toMatchObject({ reason: 'lacks', lacks: ['fall-proposed'] });
    expect(tries('chief', 'confirmed', 'dismissed', proposed('chief'))).toMatchObject({ reason: 'own-work' });
    expect(tries('chief', 'confirmed', 'dismissed', proposed('inspector'))).toEqual({ ok: true });
  });
  test('that was confirmed once does not lose its second person by being closed and reopened', () => {
    expect(tries('inspector', 'verifying', 'dismissed', { everConfirmed: true })).toMatchObject({
      reason: 'lacks',
      lacks: ['never-confirmed'],
    });
    expect(tries('chief', 'verifying', 'dismissed', { everConfirmed: true, ...proposed('inspector') })).toEqual({ ok: true });
  });
  test('that fell is reopened only by somebody with the right, on the proposal of another person', () => {
    const fell = { everConfirmed: true, fell: true };
    expect(tries('inspector', 'closed', 'verifying')).toEqual({ ok: true });
    expect(tries('inspector', 'closed', 'verifying', fell)).toMatchObject({ reason: 'lacks', lacks: ['never-fell'] });
    expect(tries('inspector', 'closed', 'verifying', { ...fell, ...proposed('x', 'reopening') })).toMatchObject({ lacks: ['never-fell'] });
    expect(tries('chief', 'closed', 'verifying', fell)).toMatchObject({ reason: 'lacks', lacks: ['reopening-proposed'] });
    expect(tries('chief', 'closed', 'verifying', { ...fell, ...proposed('x') })).toMatchObject({ lacks: ['reopening-proposed'] });
    expect(tries('chief', 'closed', 'verifying', { ...fell, ...proposed('chief', 'reopening') })).toMatchObject({ reason: 'own-work' });
    expect(tries('chief', 'closed', 'verifying', { ...fell, ...proposed('inspector', 'reopening') })).toEqual({ ok: true });
    expect([turnOf('closed', fell), turnOf('closed', facts), turnOf('confirmed', { ...fell, fell: false })]).toEqual([
      'reopening',
      null,
      'fall',
    ]);
  });
  test('is not closed while a deadline or a penalty is open', () => {
    const open = { openPenalties: [{ kind: 'penalty' as const, id: 'p', label: '7/QĐ-XPHC', interest: null }] };
    for (const from of ['confirmed', 'dismissed'] as const) {
      expect(tries('inspector', from, 'closed', { openDeadlines: 1 })).toMatchObject({ lacks: ['no-open-deadline'] });
      expect(tries('inspector', from, 'closed', open)).toMatchObject({ lacks: ['no-open-penalty'] });
    }
  });
  test('is not moved by those who only read it', () => {
    for (const role of ['legal', 'coordinator', 'operator', 'auditor', 'administrator']) {
      for (const from of CASE_STATES) expect(steps(caseFlow, from, person(role), { needs: onFile(facts), authors: new Set() })).toEqual([]);
    }
  });
  test('names its steps', () => {
    expect([
      actOf('open', 'verifying'),
      actOf('closed', 'verifying'),
      actOf('verifying', 'confirmed'),
      actOf('confirmed', 'dismissed'),
      actOf('dismissed', 'closed'),
    ]).toEqual(['verify', 'reopen', 'confirm', 'dismiss', 'close']);
  });
});
