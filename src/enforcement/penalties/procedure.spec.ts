import { describe, expect, test } from '@jest/globals';
import { numberOf, windowsOf, type Explanation, type ExplanationKind } from './procedure.js';
import { daysOff, procedureOn } from './procedure-table.js';

const drawn = '2026-09-14';
const rule = procedureOn(drawn)!;
const right = { right: true, rule: rule.key, written: rule.explanation.written, hearing: rule.explanation.hearing };
const entry = (kind: ExplanationKind, on = '2026-09-15'): Explanation => ({ id: kind, kind, on });
const on = (today: string, given: Explanation[] = [], terms: typeof right | null = right) =>
  windowsOf(drawn, terms, given, today, rule, daysOff);

describe('the time to explain', () => {
  test('is five working days from the record today, and five days by the Law of 2012', () => {
    expect(on('2026-09-14')).toMatchObject({ explainUntil: '2026-09-21', hearingUntil: '2026-09-16', explained: false });
    const old = procedureOn('2021-07-28')!;
    expect(windowsOf('2021-07-28', right, [], '2021-07-29', old, daysOff)).toMatchObject({
      explainUntil: '2021-08-02',
      hearingUntil: '2021-07-30',
    });
  });
  test('is over only after its last day', () => {
    expect([on('2026-09-21').explained, on('2026-09-22').explained]).toEqual([false, true]);
  });
  test('is not waited for where the law gives no right', () => {
    expect(on('2026-09-14', [], null)).toMatchObject({ explainUntil: null, explained: true });
  });
  test('ends with a written explanation, a hearing, or a waiver', () => {
    for (const kind of ['written', 'heard', 'waived'] as const) expect(on('2026-09-15', [entry(kind)]).explained).toBe(true);
  });
  test('goes on while a hearing was asked for, also after a waiver that the accused thought better of', () => {
    expect(on('2026-10-30', [entry('hearing-requested')]).explained).toBe(false);
    expect(on('2026-09-16', [entry('waived'), entry('hearing-requested')]).explained).toBe(false);
    expect(on('2026-09-17', [entry('hearing-requested'), entry('heard')]).explained).toBe(true);
  });
  test('is extended once by as much again', () => {
    expect(on('2026-09-22', [entry('extended')])).toMatchObject({ explainUntil: '2026-09-28', explained: false });
  });
});

describe('the time to decide', () => {
  test('is seven working days, or a month once an explanation is there', () => {
    expect(on('2026-09-23')).toMatchObject({ decideUntil: '2026-09-23', withinWindow: true });
    expect(on('2026-09-24').withinWindow).toBe(false);
    expect(on('2026-09-24', [entry('written')])).toMatchObject({ decideUntil: '2026-10-14', withinWindow: true });
    expect(on('2026-09-24', [entry('waived')]).withinWindow).toBe(false);
  });
});

describe('an official number', () => {
  test('tells by its letters what kind of decision it is, by the version of the day', () => {
    expect(numberOf(7, 'decision', 'fine', rule)).toBe('7/QĐ-XPHC');
    expect(numberOf(8, 'decision', 'remedies', rule)).toBe('8/QĐ-KPHQ');
    expect(numberOf(9, 'annulment', null, rule)).toBe('9/QĐ-HB');
    expect(numberOf(93, 'decision', 'fine', procedureOn('2021-08-02')!)).toBe('93/QĐ-XPVPHC');
  });
});
