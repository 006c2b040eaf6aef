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
