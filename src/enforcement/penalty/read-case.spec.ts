import { describe, expect, test } from '@jest/globals';
import { act, caseOf, faultsOf } from '../../../test/kit/penalty.js';

const fields = (value: unknown) => faultsOf(value).map((f) => f.field);
const inAct = (given: Record<string, unknown>) => fields(caseOf([act(given)]));

describe('a case', () => {
  test('in the ordinary form has no fault', () => expect(fields(caseOf([act()]))).toEqual([]));
  test('that is no object, or has no act, is refused', () => {
    for (const value of [null, 1, 'x', [], {}]) expect(fields(value).length).toBeGreaterThan(0);
    expect(fields(caseOf([]))).toEqual(['acts']);
    expect(fields(caseOf(Array.from({ length: 51 }, () => act())))).toEqual(['acts']);
  });
  test('names every field at fault, all at once', () => {
    expect(
      inAct({
        types: ['lie'],
        where: 'radio',
        started: '2021-02-30',
        circumstances: ['mitigating:9', 'aggravating:j', 'g'],
        amount: { value: 1.5, reason: '' },
        colour: 1,
      }),
    ).toEqual([
      'acts[0].colour',
      'acts[0].started',
      'acts[0].types[0]',
      'acts[0].where',
      'acts[0].circumstances[0]',
      'acts[0].circumstances[1]',
      'acts[0].circumstances[2]',
      'acts[0].amount.value',
      'acts[0].amount.reason',
    ]);
  });
  test.each<[string, Record<string, unknown>, string]>([
    ['an answer without its reason', { status: { answer: 'ended' } }, 'acts[0].status.reason'],
    ['an answer that is none of two', { discovered: '2021-07-27', status: { answer: 'maybe', reason: 'x' } }, 'acts[0].status.answer'],
    ['no answer and no day of discovery', { status: undefined }, 'acts[0].discovered'],
    ['a discovery before the act', { discovered: '2021-07-25' }, 'acts[0].discovered'],
    ['an end before the beginning', { status: { answer: 'ended', ended: '2021-07-25', reason: 'x' } }, 'acts[0].status.ended'],
    [
      'an end after the discovery',
      { discovered: '2021-07-27', status: { answer: 'ended', ended: '2021-07-28', reason: 'x' } },
      'acts[0].status.ended',
    ],
    [
      'an end of what goes on',
      { discovered: '2021-07-27', status: { answer: 'ongoing', ended: '2021-07-27', reason: 'x' } },
      'acts[0].status.ended',
    ],
    ['a choice of a provision without its reason', { provision: { id: 'ND15-2020:101.1.a' } }, 'acts[0].provision.reason'],
    ['an amount without its reason', { amount: { value: 6_000_000 } }, 'acts[0].amount.reason'],
    ['an amount in text', { amount: { value: '6000000', reason: 'x' } }, 'acts[0].amount.value'],
    ['a circumstance accepted twice', { circumstances: ['mitigating:2', 'mitigating:2'] }, 'acts[0].circumstances[1]'],
    ['a circumstance named as a property of objects is', { circumstances: ['mitigating:constructor'] }, 'acts[0].circumstances[0]'],
    ['a moment without its offset', { started: '2021-07-26T10:00:00' }, 'acts[0].started'],
  ])('%s is refused by its field', (_, given, field) => expect(inAct(given)).toEqual([field]));

  test('a decision before the act, an organisation with an age, and a decision about the police without a reason are refused', () => {
    expect(fields(caseOf([act()], { decidedOn: '2021-07-25' }))).toEqual(['decidedOn']);
    expect(fields(caseOf([act()], { subject: { kind: 'organisation', age: 3 } }))).toEqual(['subject.age']);
    expect(fields(caseOf([act()], { crime: { signs: ['fraud'], refer: false } }))).toEqual(['crime.reason']);
  });
  test('a lawyer confirms before the decision, by name and document', () => {
    const confirmed = (c: object) => fields(caseOf([act()], { decidedOn: '2021-08-05', confirmations: [c] }));
    expect(confirmed({ about: 'x', by: 'y', on: '2021-08-06', document: 'z' })).toEqual(['confirmations[0].on']);
    expect(confirmed({ about: 'x', on: '2021-08-05' })).toEqual(['confirmations[0].by', 'confirmations[0].document']);
  });
  test('đ is a letter of its own, however it was typed', () => {
    expect(inAct({ circumstances: ['aggravating:đ', 'aggravating:d'] })).toEqual([]);
  });
});
