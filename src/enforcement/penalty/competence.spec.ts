import { describe, expect, test } from '@jest/globals';
import { act, candidateOf, caseOf, compute } from '../../../test/kit/penalty.js';
import { competenceOf } from './competence.js';
import { penaltyLaw } from './penalty-table.js';

const SIGN_2021 = '2021-08-05';
const SIGN_NOW = '2026-08-05';
const told = (given: object, decidedOn: string, signer?: string, subject: object = { kind: 'individual' }) =>
  compute(caseOf([act(given as never)], { decidedOn, subject, ...(signer ? { signer } : {}) }));
const who = (given: object, decidedOn: string, provision: string, subject?: object) =>
  Object.fromEntries(candidateOf(told(given, decidedOn, undefined, subject), provision).competence!.map((c) => [c.title, c.competent]));
const now = { started: '2026-07-20' };

describe('who may sign', () => {
  test('in 2021 the chief inspector of the department, not an inspector', () => {
    expect(who({}, SIGN_2021, 'ND15-2020:101.1.a')).toMatchObject({ 'department-chief-inspector': true, inspector: false });
    const penalty = told({}, SIGN_2021, 'inspector');
    const inspector = candidateOf(penalty, 'ND15-2020:101.1.a').competence!.find((c) => c.title === 'inspector')!;
    expect(inspector.failed).toEqual([
      { test: 'frame-maximum', needs: 10_000_000, limit: 500_000 },
      { test: 'remedies', lacks: ['forced-removal'] },
    ]);
    expect(penalty.blocks).toContainEqual({ block: 'not-competent', act: 1, about: 'frame-maximum, remedies' });
  });
  test('the highest amount of the frame counts, not the fine: a limit between the two does not do', () => {
    const title = {
      key: 't',
      label: { vi: 'x', en: 'x' },
      limit: { individual: 12_500_000, organisation: 25_000_000 },
      additional: [],
      remedies: ['forced-removal'],
    };
    const [table] = penaltyLaw.authorities;
    const provision = penaltyLaw.provisions.find((p) => p.article === 95 && p.point === 'a')!;
    expect(competenceOf(title, provision, 'individual', table)).toMatchObject({
      competent: false,
      failed: [{ test: 'frame-maximum', needs: 15_000_000, limit: 12_500_000 }],
    });
    expect(
      competenceOf({ ...title, limit: { individual: 15_000_000, organisation: 30_000_000 } }, provision, 'individual', table).competent,
    ).toBe(true);
  });
  test('an additional sanction that the title may not impose fails the second test', () => {
    const [table] = penaltyLaw.authorities;
    const provision = { ...penaltyLaw.provisions[0], additional: ['licence-suspension'] };
    const title = { ...table.titles[0], additional: [] };
    expect(competenceOf(title, provision, 'individual', table).failed).toEqual([{ test: 'additional', lacks: ['licence-suspension'] }]);
  });
  test('today the chief of the commune police reaches the amount of Art. 95(1), but the remedy is not in the list', () => {
    const penalty = told(now, SIGN_NOW, 'commune-police-chief');
    const chief = candidateOf(penalty, 'ND174-2026:95.1.a').competence!.find((c) => c.title === 'commune-police-chief')!;
    expect(chief.failed).toMatchObject([{ test: 'remedies', lacks: ['forced-removal'], note: { en: expect.stringContaining('point k') } }]);
    expect([penalty.signable, penalty.blocks]).toEqual([false, [{ block: 'not-competent', act: 1, about: 'remedies' }]]);
  });
  test('today the director of the department of culture may sign under Art. 95, and so may the chairman of the province', () => {
    for (const provision of ['ND174-2026:95.1.a', 'ND174-2026:95.2.c'])
      expect(who({ ...now, types: ['false-info-social', 'panic-fabrication'] }, SIGN_NOW, provision)).toMatchObject({
        'department-director': true,
        'province-chair': true,
        'province-police-director': true,
        'commune-chair': false,
        'province-police-division-head': false,
      });
    expect(told(now, SIGN_NOW, 'department-director')).toMatchObject({ signable: true, total: 12_500_000, blocks: [] });
  });
  test('a web page’s domain can be recalled by the chairman of the province, not by the director of the department of culture', () => {
    const web = { ...now, types: ['false-info-website'], where: 'website' };
    expect(who(web, SIGN_NOW, 'ND174-2026:93.2.b')).toMatchObject({ 'department-director': false, 'province-chair': true });
  });
  test('from July 2025 to June 2026 the chief of the commune police could sign under Art. 101(1)', () => {
    expect(who({ started: '2025-09-01' }, '2025-09-18', 'ND15-2020:101.1.a')).toMatchObject({
      'commune-police-chief': true,
      'department-director': true,
    });
  });
  test('the table of the day of signing decides, also for an older act', () => {
    expect(who({ started: '2026-06-20' }, SIGN_NOW, 'ND15-2020:101.1.a')).toMatchObject({
      'department-director': true,
      'commune-police-chief': false,
    });
  });
  test('between 2022 and June 2025 nobody is known, so nothing can be signed until a lawyer confirms', () => {
    const penalty = told({ started: '2024-12-10' }, '2024-12-20', 'department-chief-inspector');
    expect(penalty.blocks).toEqual([
      { block: 'unknown-title', act: 1, about: 'department-chief-inspector' },
      { block: 'to-be-confirmed', act: null, about: 'authority 2022-01-01' },
    ]);
  });
  test('there is no chief inspector of a department any more', () => {
    expect(told(now, SIGN_NOW, 'department-chief-inspector').blocks).toEqual([
      { block: 'unknown-title', act: 1, about: 'department-chief-inspector' },
    ]);
  });
  test('is not judged while the day of signing is not told', () => {
    const penalty = compute(caseOf([act(now)]));
    expect([candidateOf(penalty, 'ND174-2026:95.1.a').competence, penalty.signable]).toEqual([null, false]);
  });
  test('an organisation is held against the limit for organisations', () => {
    const big = candidateOf(told(now, SIGN_NOW, undefined, { kind: 'organisation' }), 'ND174-2026:95.1.a').competence!;
    expect(big.find((c) => c.title === 'department-director')).toMatchObject({ competent: true });
    expect(
      candidateOf(told({}, SIGN_2021, undefined, { kind: 'organisation' }), 'ND15-2020:101.1.a').competence!.find(
        (c) => c.title === 'inspector',
      )!.failed[0],
    ).toEqual({
      test: 'frame-maximum',
      needs: 20_000_000,
      limit: 1_000_000,
    });
  });
});

describe('the right to explain', () => {
  const right = (given: object, provision: string, kind = 'individual') =>
    candidateOf(told(given, SIGN_NOW, undefined, { kind }), provision).explain;
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
