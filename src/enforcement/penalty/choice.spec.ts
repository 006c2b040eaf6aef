import { describe, expect, test } from '@jest/globals';
import { act, candidateOf, caseOf, compute, shown } from '../../../test/kit/penalty.js';

const on = (day: string, given: Record<string, unknown> = {}) => compute(caseOf([act({ started: day, ...given })]));
const named = (day: string, given: Record<string, unknown> = {}) =>
  on(day, given).acts[0].readings.flatMap((r) => r.candidates.filter((c) => c.offered === 'named').map((c) => c.provision));
const asksOf = (penalty: ReturnType<typeof compute>) => penalty.asks.map((a) => a.ask);

describe('which text applies', () => {
  test.each([
    ['2020-04-14', 'ND174-2013:64.3.a'],
    ['2020-04-15', 'ND15-2020:101.1.a'],
    ['2026-06-30', 'ND15-2020:101.1.a'],
    ['2026-07-01', 'ND174-2026:95.1.a'],
  ])('an act that ended on %s is judged by %s', (day, provision) => expect(named(day)).toEqual([provision]));

  test('the decree in force when the act ended applies, not the one in force when it was found', () => {
    expect(named('2026-06-20', { discovered: '2026-07-10' })).toEqual(['ND15-2020:101.1.a']);
  });
  test('an act that ended after the change is judged by the new decree, although it began before', () => {
    const status = { answer: 'ended', ended: '2026-07-02', reason: 'deleted on 2 July' };
    expect(named('2026-06-20', { status })).toEqual(['ND174-2026:95.1.a']);
  });
  test('an act that was going on when it was found is judged by the decree in force on that day', () => {
    const status = { answer: 'ongoing', reason: 'still shared and still harmful' };
    expect(named('2026-06-20', { discovered: '2026-07-10', status })).toEqual(['ND174-2026:95.1.a']);
  });
  test('without the inspector’s answer both texts are shown with their frames, nothing is settled, and the question is named', () => {
    const penalty = on('2026-06-20', { discovered: '2026-07-10', status: undefined });
    expect(shown(penalty)).toEqual([
      ['ended', ['ND15-2020:101.1.a', 'ND15-2020:99.3.a', 'ND15-2020:101.1.d']],
      ['ongoing', ['ND174-2026:95.1.a', 'ND174-2026:95.2.c']],
    ]);
    expect(candidateOf(penalty, 'ND15-2020:101.1.a').frame).toEqual({ min: 5_000_000, max: 10_000_000 });
    expect(candidateOf(penalty, 'ND174-2026:95.1.a').frame).toEqual({ min: 10_000_000, max: 15_000_000 });
    expect(candidateOf(penalty, 'ND174-2026:95.2.c').frame).toEqual({ min: 15_000_000, max: 25_000_000 });
    expect([penalty.acts[0].settled, penalty.total, asksOf(penalty)]).toEqual([null, null, ['ended-or-ongoing']]);
  });
  test('the question is put even where both answers lead to the same text', () => {
    const penalty = on('2021-07-26', { discovered: '2021-07-27', status: undefined });
    expect([penalty.total, asksOf(penalty)]).toEqual([null, ['ended-or-ongoing']]);
  });
  test('each reading names the rule that leads to it', () => {
    const penalty = compute(
      caseOf([act({ started: '2026-06-20', discovered: '2026-07-10', status: undefined })], { decidedOn: '2026-08-05' }),
    );
    expect(penalty.acts[0].readings.map((r) => r.by.en)).toEqual([
      'Article 7(2)(a) of Decree No. 118/2021/ND-CP',
      'Article 7(2)(b) of Decree No. 118/2021/ND-CP',
    ]);
  });

  test('days are those of Hanoi: 23:30 in London on 30 June is 1 July in the office', () => {
    expect(named('2026-06-30T23:30:00Z')).toEqual(['ND174-2026:95.1.a']);
    expect(named('2026-06-30T23:30:00+07:00')).toEqual(['ND15-2020:101.1.a']);
    expect(named('2020-04-14T17:00:00Z')).toEqual(['ND15-2020:101.1.a']);
    expect(named('2020-04-14T16:59:59Z')).toEqual(['ND174-2013:64.3.a']);
  });

  test('an act of which only the month is known is judged by the text of that month', () => {
    expect(named('2021-05')).toEqual(['ND15-2020:101.1.a']);
  });
  test('where the text changed within the month both are shown, and the day is asked for', () => {
    const penalty = on('2020-04');
    expect(shown(penalty)[0][1]).toEqual(expect.arrayContaining(['ND174-2013:64.3.a', 'ND15-2020:101.1.a']));
    expect([penalty.total, asksOf(penalty)]).toEqual([null, ['which-day']]);
  });
  test('a provision cannot be chosen while the day that decides it is open', () => {
    const provision = { id: 'ND174-2013:64.3.a', reason: 'it was surely early in the month' };
    expect(on('2020-04', { provision })).toMatchObject({ total: null, asks: [{ ask: 'which-day' }] });
    expect(on('2020-04', { provision, status: { answer: 'ended', ended: '2020-04-07', reason: 'deleted that day' } }).total).toBe(
      12_500_000,
    );
  });
  test('an act cannot be later than its decision: decided on 14 April 2020, it fell under the old decree', () => {
    const penalty = compute(caseOf([act({ started: '2020-04' })], { decidedOn: '2020-04-14' }));
    expect([shown(penalty), penalty.total]).toEqual([[['ended', ['ND174-2013:64.3.a']]], 12_500_000]);
  });
  test('an act cannot have ended after its discovery either', () => {
    expect(named('2020-04', { discovered: '2020-04-10' })).toEqual(['ND174-2013:64.3.a']);
  });

  test('the provision on web pages is offered for a post on a social network, and never taken by itself', () => {
    const penalty = on('2021-07-25');
    expect(penalty.acts[0].settled?.provision).toBe('ND15-2020:101.1.a');
    expect(candidateOf(penalty, 'ND15-2020:99.3.a')).toMatchObject({ offered: 'beside', stretched: true });
    expect(asksOf(on('2021-07-25', { types: ['false-info-website'] }))).toEqual(['which-provision']);
  });
  test('for a web page it is the provision, without further question', () => {
    expect(on('2021-07-25', { types: ['false-info-website'], where: 'website' })).toMatchObject({ total: 12_500_000, asks: [] });
  });
  test('where the inspector names two acts a person chooses between their provisions, with a reason', () => {
    const types = ['false-info-social', 'panic-fabrication'];
    expect(asksOf(on('2026-08-03', { types }))).toEqual(['which-provision']);
    const chosen = on('2026-08-03', { types, provision: { id: 'ND174-2026:95.2.c', reason: 'markets were emptied' } });
    expect([asksOf(chosen), chosen.total]).toEqual([[], 20_000_000]);
  });
  test('a provision that was not in force cannot be chosen', () => {
    const penalty = on('2021-07-25', { provision: { id: 'ND174-2026:95.1.a', reason: 'it is the newest' } });
    expect([penalty.acts[0].settled, penalty.blocks.map((b) => [b.block, b.about])]).toEqual([
      null,
      [['provision-not-offered', 'ND174-2026:95.1.a']],
    ]);
  });
  test('what happened offline has no provision in this list', () => {
    expect(on('2025-07-03', { where: 'offline' })).toMatchObject({
      route: 'no-provision',
      total: null,
      blocks: [{ block: 'no-provision', act: 1 }],
    });
  });
  test('before the first decree of the list there is no provision', () => {
    expect(on('2014-01-14').route).toBe('no-provision');
  });

  test('a later text that is more lenient is put before legal staff', () => {
    const given = (provision?: object) => compute(caseOf([act({ started: '2020-04-10', provision })], { decidedOn: '2020-05-10' }));
    const penalty = given();
    expect(penalty.acts[0].readings[0].lighter.map((c) => c.provision)).toEqual(['ND15-2020:101.1.a']);
    expect([penalty.total, penalty.asks]).toEqual([null, [{ ask: 'lighter-text', of: 'legal', act: 1 }]]);
    const applied = given({ id: 'ND15-2020:101.1.a', reason: 'the later decree is more lenient' });
    expect([applied.total, applied.warnings.map((w) => w.about)]).toEqual([7_500_000, expect.arrayContaining(['V12 lighter_text'])]);
    expect(given({ id: 'ND174-2013:64.3.a', reason: 'legal staff see no retroactive effect' }).total).toBe(12_500_000);
  });
  test('a later text that is harsher is not offered for an older act', () => {
    const penalty = compute(caseOf([act({ started: '2026-06-20' })], { decidedOn: '2026-08-05' }));
    expect([penalty.acts[0].readings[0].lighter, penalty.asks]).toEqual([[], []]);
  });
});
