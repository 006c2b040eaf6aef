import { describe, expect, test } from '@jest/globals';
import { fieldFaults, type Form } from './form.js';
import { formFaults } from './form-faults.js';
import { phrases } from './phrase.js';

const field = (more: object = {}) => ({ vi: 'x', en: 'x', ...more });
const form: Form = {
  form: 'MẪU',
  version: 1,
  in_force: { from: '2022-01-01' },
  texts: { line: 'Ông {{name}}.' },
  fields: {
    name: field(),
    born: field({ is: 'known-day', optional: true }),
    at: field({ is: 'moment', optional: true }),
    sum: field({ is: 'amount', optional: true }),
    acts: field({ is: 'list', least: 1 }),
    'acts[].what': field(),
    'acts[].paper': field({ is: 'group', optional: true }),
    'acts[].paper.number': field(),
  },
};
const faults = (model: unknown, one_of?: string[][]) =>
  fieldFaults({ ...form, one_of }, model, { text_letters: 30, list_entries: 2 }).map((f) => `${f.field}: ${f.says}`);

describe('the fields of a form', () => {
  test('are all there, and what may be left out is left out', () => {
    expect(faults({ name: 'A', acts: [{ what: 'x' }, { what: 'y', paper: { number: '1' } }] })).toEqual([]);
  });
  test('that are missing are named by their place, empty ones too, and those below a missing one are not', () => {
    expect(faults({ name: '  ', acts: [{ what: 'x', paper: {} }, {}] })).toEqual([
      'name: missing',
      'acts[1].what: missing',
      'acts[0].paper.number: missing',
    ]);
    expect(faults({})).toEqual(['name: missing', 'acts: missing']);
    expect(faults(null)).toEqual(['name: missing', 'acts: missing']);
    expect(faults({ name: 'A', acts: [] })).toEqual(['acts: too few']);
  });
  test('hold what they are for', () => {
    const acts = [{ what: 'x' }];
    for (const born of ['1991', '1991-04', '1991-04-30']) expect(faults({ name: 'A', acts, born })).toEqual([]);
    for (const born of ['1991-13', '1991-02-30', '91', 'hôm qua', 1991, ['1991']])
      expect(faults({ name: 'A', acts, born })[0]).toBe('born: no known-day');
    expect(faults({ name: 'A', acts, at: '2026-08-06T14:05:00+07:00' })).toEqual([]);
    for (const at of ['2026-08-06', '2026-08-06T14:05:00', '2026-02-30T14:05:00Z', '2026-08-06T29:05:00Z'])
      expect(faults({ name: 'A', acts, at })).toEqual(['at: no moment']);
    for (const sum of [-1, 0.5, '5', 2 ** 53]) expect(faults({ name: 'A', acts, sum })).toEqual(['sum: no amount']);
    expect(faults({ name: { toString: 'A' }, acts: 'x' })).toEqual(['name: no text', 'acts: no list', 'name.toString: unknown']);
  });
  test('are bounded', () => {
    expect(faults({ name: 'A'.repeat(31), acts: [{ what: 'x' }, { what: 'x' }, { what: 'x' }] })).toEqual([
      'name: too long',
      'acts: too long',
    ]);
  });
  test('that no form knows are refused: somebody would believe that they are printed', () => {
    expect(faults({ name: 'A', acts: [{ what: 'x', amount: 1 }], more: null })).toEqual(['acts[0].amount: unknown', 'more: unknown']);
  });
  test('of which there is one of several', () => {
    const either = [['born', 'at']];
    const acts = [{ what: 'x' }];
    expect(faults({ name: 'A', acts }, either)).toEqual(['born, at: one of several']);
    expect(faults({ name: 'A', acts, born: '1991', at: '2026-08-06T14:05:00Z' }, either)).toEqual(['born, at: one of several']);
    expect(faults({ name: 'A', acts, born: '1991' }, either)).toEqual([]);
  });
});

describe('the texts of a form', () => {
  const parts = (node: unknown): string =>
    (node as { props: { children: string | string[] } }).props.children.toString().replaceAll(',', '');
  test('are filled, and what fills them brings no blank of its own', () => {
    expect(parts(phrases(form.texts)('line', { name: '{{name}} {{x}}' }))).toBe('Ông {{name}} {{x}}.');
    expect(parts(phrases(form.texts)('line', { name: 'Anh.' }))).toBe('Ông Anh.');
  });
  test('are not printed with a blank, which is named', () => {
    for (const name of [undefined, null, ' '])
      expect(() => phrases(form.texts)('line', { name })).toThrow(
        expect.objectContaining({ details: { fields: [{ field: 'name', says: 'missing' }] } }),
      );
    expect(() => phrases({ line: '{{constructor}}' })('line', {})).toThrow();
  });
});

describe('a form as a table', () => {
  test('is right, or is told what is wrong with it', () => {
    expect(formFaults(form)).toEqual([]);
    const wrong = { ...form, version: 0, in_force: { from: 'gestern' }, texts: { line: 'Ông {{Name}}' }, one_of: [['name']] };
    expect(
      formFaults({ ...wrong, fields: { ...form.fields, 'a b': { vi: 'x', en: '', is: 'word' as never } } }).map((f) => f.says),
    ).toEqual([
      'a form has a name and a version',
      'in_force needs a day from which it holds, and ends no earlier',
      'it must be a text, and a blank is spelt {{name}}',
      'a b is no path of a field',
      'a b needs a name in vi and en',
      'a field is one of text, day, known-day, moment, when, amount, count, flag, group, list',
      'name must be an optional field',
    ]);
  });
});
