import { describe, expect, test } from '@jest/globals';
import { act, candidateOf, caseOf, compute } from '../../../test/kit/penalty.js';

const now = { started: '2026-07-20' };

describe('the right to explain', () => {
  const right = (given: object, provision: string, kind = 'individual') =>
    candidateOf(compute(caseOf([act(given as never)], { decidedOn: '2026-08-05', subject: { kind } })), provision).explain;
  test.each([
    ['ND174-2013:64.3.a', { started: '2020-02-10' }, true],
    ['ND15-2020:101.1.a', {}, false],
    ['ND15-2020:101.1.d', { types: ['panic-fabrication'] }, false],
    ['ND15-2020:101.2', { types: ['secret-disclosure'] }, true],
    ['ND15-2020:99.3.a', {}, true],
    ['ND174-2026:95.1.a', now, true],
    ['ND174-2026:95.2.c', { ...now, types: ['panic-fabrication'] }, true],
    ['ND174-2026:93.2.b', { ...now, types: ['false-info-website'], where: 'website' }, true],
  ])('%s', (provision, given, has) => {
    expect([right(given, provision), right(given, provision, 'organisation')]).toEqual([has, has]);
  });
  test('follows from the highest amount of the frame, whatever the fine comes to', () => {
    const lenient = compute(caseOf([act({ ...now, circumstances: ['mitigating:1', 'mitigating:2'] })]));
    expect([lenient.total, candidateOf(lenient, 'ND174-2026:95.1.a').explain]).toEqual([10_000_000, true]);
  });
});

describe('a penalty can be signed', () => {
  const ready = (given: Record<string, unknown>) => compute(caseOf([act(now)], given)).signable;
  test('only once the day and the signer are told and nothing stands open', () => {
    expect(ready({ decidedOn: '2026-08-05', signer: 'department-director' })).toBe(true);
    expect(ready({ decidedOn: '2026-08-05' })).toBe(false);
    expect(ready({ signer: 'department-director' })).toBe(false);
    expect(ready({ decidedOn: '2027-07-21', signer: 'department-director' })).toBe(false);
  });
  test('also where it is a warning only', () => {
    expect(ready({ decidedOn: '2026-08-05', signer: 'department-director', subject: { kind: 'individual', age: 15 } })).toBe(true);
  });
});

describe('what is not known for sure', () => {
  const hanoi = (confirmations: object[] = []) =>
    compute(
      caseOf([act({ started: '2021-07-25', provision: { id: 'ND15-2020:99.3.a', reason: 'as the city did in July 2021' } })], {
        decidedOn: '2021-07-28',
        signer: 'department-chief-inspector',
        confirmations,
      }),
    );
  test('with low confidence blocks signing until a lawyer confirmed it on the case', () => {
    const blocked = hanoi();
    expect(blocked.blocks).toEqual(
      ['ND15-2020:99.3.a additional', 'ND15-2020:99.3.a stretched_to'].map((about) => ({ block: 'to-be-confirmed', act: null, about })),
    );
    const confirm = (about: string) => ({ about, by: 'Pháp chế', on: '2021-07-27', document: 'Công văn 12' });
    const once = hanoi([confirm('ND15-2020:99.3.a stretched_to')]);
    expect([once.signable, once.blocks.map((b) => b.about)]).toEqual([false, ['ND15-2020:99.3.a additional']]);
    const confirmed = hanoi([confirm('ND15-2020:99.3.a stretched_to'), confirm('ND15-2020:99.3.a additional')]);
    expect([confirmed.signable, confirmed.blocks, confirmed.total]).toEqual([true, [], 12_500_000]);
  });
  test('with medium confidence warns, and says why', () => {
    const warnings = hanoi().warnings;
    expect(warnings.map((w) => w.about)).toEqual(
      expect.arrayContaining(['ND15-2020:99.3.a remedies', 'authority 2020-04-15 department-chief-inspector']),
    );
    expect(warnings.find((w) => w.about === 'ND15-2020:99.3.a remedies')?.note?.en).toContain('removal was ordered');
  });
  test('the rule of two circumstances is sure since 2022 and blocks before', () => {
    const extremes = (started: string, decidedOn: string) =>
      compute(caseOf([act({ started, circumstances: ['mitigating:1', 'mitigating:2'] })], { decidedOn })).blocks.map((b) => b.about);
    expect(extremes('2021-07-26', '2021-08-05')).toEqual(['V12 extremes']);
    expect(extremes('2026-07-20', '2026-08-05')).toEqual([]);
  });
});

describe('signs of a crime', () => {
  const signs = (crime: object) => compute(caseOf([act()], { crime }));
  test('lead to the question whether the police get the file, and no fine is computed meanwhile', () => {
    expect(signs({ signs: ['anti-state'] })).toMatchObject({
      route: 'criminal-referral',
      acts: [],
      total: null,
      asks: [{ ask: 'refer-to-police', of: 'legal', act: null }],
    });
  });
  test('are answered by a person, with a reason: then the file goes, or the penalty goes on', () => {
    expect(signs({ signs: ['fraud'], refer: true, reason: 'money was taken' })).toMatchObject({ route: 'criminal-referral', asks: [] });
    expect(signs({ signs: ['repeat'], refer: false, reason: 'below the threshold' })).toMatchObject({
      route: 'administrative',
      total: 7_500_000,
    });
  });
});
