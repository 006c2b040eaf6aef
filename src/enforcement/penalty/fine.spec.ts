import { describe, expect, test } from '@jest/globals';
import { glossary } from '../../core/glossary/glossary.js';
import { act, candidateOf, caseOf, compute } from '../../../test/kit/penalty.js';
import { exactly, STEPS } from './fine.js';
import { penaltyLaw } from './penalty-table.js';
import { tellStep } from './tell-step.js';

const P2021 = { started: '2021-07-26' };
const today = { started: '2026-08-03' };
const fine = (given: Record<string, unknown>, circumstances: string[] = [], subject: object = { kind: 'individual' }, more = {}) =>
  compute(caseOf([act({ ...given, circumstances })], { subject, ...more }));
const chosen = (id: string) => ({ provision: { id, reason: 'as the inspector judged' } });

describe('the fine for one act', () => {
  test.each<[string, object, string[], object, number]>([
    ['2021, Art. 101(1)(a), individual, no circumstance: the midpoint', P2021, [], { kind: 'individual' }, 7_500_000],
    ['the same, an organisation: twice as much', P2021, [], { kind: 'organisation' }, 15_000_000],
    ['the same, individual, two mitigating: the minimum', P2021, ['mitigating:1', 'mitigating:2'], { kind: 'individual' }, 5_000_000],
    [
      'one mitigating and one aggravating cancel: the midpoint',
      P2021,
      ['mitigating:2', 'aggravating:g'],
      { kind: 'individual' },
      7_500_000,
    ],
    ['two aggravating: the maximum', P2021, ['aggravating:g', 'aggravating:i'], { kind: 'individual' }, 10_000_000],
    [
      'three mitigating and one aggravating leave two: the minimum',
      P2021,
      ['mitigating:1', 'mitigating:2', 'mitigating:5', 'aggravating:g'],
      { kind: 'individual' },
      5_000_000,
    ],
    [
      '2021, Art. 99(3)(a), no circumstance',
      { started: '2021-07-25', ...chosen('ND15-2020:99.3.a') },
      [],
      { kind: 'individual' },
      12_500_000,
    ],
    ['2020, Decree 174/2013, no circumstance', { started: '2020-02-10' }, [], { kind: 'individual' }, 12_500_000],
    [
      '2020, Decree 174/2013, two mitigating',
      { started: '2020-02-10' },
      ['mitigating:1', 'mitigating:2'],
      { kind: 'individual' },
      10_000_000,
    ],
    ['today, Art. 95(1)(a), no circumstance', today, [], { kind: 'individual' }, 12_500_000],
    ['today, Art. 95(2)(c), no circumstance', { ...today, types: ['panic-fabrication'] }, [], { kind: 'individual' }, 20_000_000],
    ['today, Art. 95(2)(c), an organisation', { ...today, types: ['panic-fabrication'] }, [], { kind: 'organisation' }, 40_000_000],
    [
      'today, Art. 95(2)(c), a person of 17: as an adult, then one half',
      { ...today, types: ['panic-fabrication'] },
      [],
      { kind: 'individual', age: 17 },
      10_000_000,
    ],
    [
      'today, Art. 95(2)(c), a person of 18: the whole',
      { ...today, types: ['panic-fabrication'] },
      [],
      { kind: 'individual', age: 18 },
      20_000_000,
    ],
  ])('%s', (_, given, circumstances, subject, amount) => expect(fine(given as never, circumstances, subject).total).toBe(amount));

  test('with exactly one circumstance the law says only "between": the house proposes, a person decides and gives the reason', () => {
    const open = fine(P2021, ['mitigating:2']);
    expect(candidateOf(open, 'ND15-2020:101.1.a').fine).toMatchObject({
      outcome: 'between',
      amount: null,
      between: { min: 5_000_000, max: 7_500_000 },
      proposal: 6_250_000,
    });
    expect([open.total, open.asks]).toEqual([null, [{ ask: 'which-amount', of: 'inspector', act: 1 }]]);
    const aggravated = candidateOf(fine(P2021, ['aggravating:g']), 'ND15-2020:101.1.a').fine;
    expect([aggravated.between, aggravated.proposal]).toEqual([{ min: 7_500_000, max: 10_000_000 }, 8_750_000]);
    const decided = fine({ ...P2021, amount: { value: 6_000_000, reason: 'a single post, removed within an hour' } }, ['mitigating:2']);
    expect([decided.total, decided.asks]).toEqual([6_000_000, []]);
  });
  test('a person cannot decide an amount outside that, nor one where the law fixes it', () => {
    const blocked = (value: number, circumstances: string[]) => {
      const penalty = fine({ ...P2021, amount: { value, reason: 'it seems right' } }, circumstances);
      return penalty.blocks.map((b) => b.block);
    };
    expect(blocked(4_999_999, ['mitigating:2'])).toEqual(['amount-outside']);
    expect(blocked(7_500_001, ['mitigating:2'])).toEqual(['amount-outside']);
    expect(blocked(7_500_000, [])).toEqual(['amount-outside']);
    expect(blocked(5_000_000, ['mitigating:2'])).toEqual([]);
  });
  test('a person of 16 with one circumstance: both ends and the proposal are halved, and decided between the halves', () => {
    const subject = { kind: 'individual', age: 16 };
    const open = candidateOf(fine(P2021, ['mitigating:2'], subject), 'ND15-2020:101.1.a').fine;
    expect([open.between, open.proposal]).toEqual([{ min: 2_500_000, max: 3_750_000 }, 3_125_000]);
    expect(fine({ ...P2021, amount: { value: 3_125_000, reason: 'as proposed' } }, ['mitigating:2'], subject).total).toBe(3_125_000);
  });
  test('under 16 there is no fine but a warning; under 14 there is no liability', () => {
    const young = fine(today, [], { kind: 'individual', age: 15 });
    expect([young.total, young.blocks, candidateOf(young, 'ND174-2026:95.1.a').fine.outcome]).toEqual([null, [], 'warning-only']);
    expect(candidateOf(fine(today, [], { kind: 'individual', age: 14 }), 'ND174-2026:95.1.a').fine.outcome).toBe('warning-only');
    const child = fine(today, [], { kind: 'individual', age: 13 });
    expect([child.total, child.blocks.map((b) => b.block)]).toEqual([null, ['not-liable']]);
  });
  test('a circumstance that makes the act what it is is not counted again', () => {
    const penalty = fine({ ...today, types: ['admin-no-removal'] }, ['aggravating:i', 'aggravating:g', 'mitigating:2']);
    const { fine: counted } = candidateOf(penalty, 'ND174-2026:95.1.k');
    expect([penalty.total, counted.steps.find((s) => s.step === 'not-counted')?.values]).toEqual([12_500_000, { aggravating: ['i'] }]);
    expect(penalty.warnings.map((w) => w.about)).toContain('ND174-2026:95.1.k elements');
  });
  test('which circumstances count decides the same fine in whatever order they are told', () => {
    const told = ['mitigating:2', 'aggravating:g', 'mitigating:1', 'mitigating:6'];
    expect(fine(P2021, told).total).toBe(fine(P2021, [...told].reverse()).total);
  });
});

describe('several acts', () => {
  test('each is computed, each is shown, and the total is their sum', () => {
    const penalty = compute(caseOf([act(today), act({ ...today, types: ['admin-no-removal'] })]));
    expect([penalty.amounts, penalty.total]).toEqual([[12_500_000, 12_500_000], 25_000_000]);
  });
  test('while one of them is open there is no total', () => {
    const penalty = compute(caseOf([act(today), act({ ...today, circumstances: ['mitigating:1'] })]));
    expect([penalty.amounts, penalty.total, penalty.asks]).toEqual([
      [12_500_000, null],
      null,
      [{ ask: 'which-amount', of: 'inspector', act: 2 }],
    ]);
  });
});

describe('the steps of the sum', () => {
  test('are data, from the printed frame to the amount', () => {
    expect(candidateOf(fine(P2021), 'ND15-2020:101.1.a').fine.steps).toEqual([
      { step: 'printed-frame', values: { provision: 'ND15-2020:101.1.a', min: 10_000_000, max: 20_000_000 } },
      { step: 'individual-frame', values: { divisor: 2, min: 5_000_000, max: 10_000_000 } },
      { step: 'counted', values: { mitigating: [], aggravating: [] } },
      { step: 'net', values: { mitigating: 0, aggravating: 0 } },
      { step: 'midpoint', values: { min: 5_000_000, max: 10_000_000, amount: 7_500_000 } },
      { step: 'amount', values: { amount: 7_500_000 } },
    ]);
  });
  test('for an organisation nothing is halved', () => {
    const { steps } = candidateOf(fine(P2021, [], { kind: 'organisation' }), 'ND15-2020:101.1.a').fine;
    expect(steps.map((s) => s.step)).not.toContain('individual-frame');
  });
  test('read as a sentence in both languages, with no blank left', () => {
    const all = [
      [],
      ['mitigating:1'],
      ['aggravating:g'],
      ['mitigating:1', 'mitigating:2'],
      ['aggravating:g', 'aggravating:l', 'aggravating:i'],
    ].flatMap((circumstances) =>
      [null, 13, 15, 17].flatMap((age) => {
        const given = { ...today, types: ['admin-no-removal'], amount: { value: 11_000_000, reason: 'a reason' } };
        return candidateOf(fine(given, circumstances, { kind: 'individual', ...(age ? { age } : {}) }), 'ND174-2026:95.1.k').fine.steps;
      }),
    );
    expect(new Set(all.map((s) => s.step))).toEqual(new Set(STEPS));
    for (const step of all)
      for (const language of ['vi', 'en'] as const) expect(tellStep(step, glossary.finestep[step.step], language)).not.toMatch(/[{}]/);
    expect(tellStep(all[4], glossary.finestep[all[4].step], 'vi')).toBe('Mức trung bình: (10.000.000 đ + 15.000.000 đ) : 2 = 12.500.000 đ');
  });
});

describe('money', () => {
  test('is whole dong everywhere: any provision, kind, age and circumstances, and always inside the frame', () => {
    const mitigating = Object.keys(penaltyLaw.circumstances.mitigating).map((c) => `mitigating:${c}`);
    const aggravating = Object.keys(penaltyLaw.circumstances.aggravating).map((c) => `aggravating:${c}`);
    let tried = 0;
    for (const p of penaltyLaw.provisions)
      for (const subject of [
        { kind: 'organisation' },
        { kind: 'individual' },
        { kind: 'individual', age: 17 },
        { kind: 'individual', age: 16 },
      ])
        for (const m of [0, 1, 2, 8])
          for (const a of [0, 1, 2, 12]) {
            const given = { types: [p.act_type], where: p.where[0], started: p.in_force.from };
            const penalty = fine(given, [...mitigating.slice(0, m), ...aggravating.slice(0, a)], subject);
            const [candidate] = penalty.acts[0].readings[0].candidates;
            const part = 'age' in subject ? 2 : 1;
            const amount = candidate.fine.amount ?? candidate.fine.proposal!;
            expect(Number.isSafeInteger(amount)).toBe(true);
            expect(amount >= candidate.frame.min / part && amount <= candidate.frame.max / part).toBe(true);
            tried += 1;
          }
    expect(tried).toBe(10 * 4 * 16);
  });
  test('is never rounded: a division that leaves a rest stops', () => {
    expect(() => exactly(7, 2)).toThrow('7 / 2 is no whole amount of dong');
  });
});
