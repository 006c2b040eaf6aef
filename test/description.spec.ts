import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IsString } from 'class-validator';
import { describeForm } from '../scripts/openapi/forms.js';
import { generated } from '../scripts/openapi/generated.js';
import { mustBeDescribed } from './kit/description.js';

const root = join(import.meta.dirname, '..');

test('the description of the API, and the types that the console has of it, are those of the code; else: npm run describe', async () => {
  for (const [path, text] of Object.entries(await generated()))
    expect([path, readFileSync(join(root, path), 'utf8') === text]).toEqual([path, true]);
}, 120_000);

test('two forms of one name are refused: the description holds one of a name', () => {
  class TwiceDto {
    @IsString() said: string;
  }
  const other = {
    TwiceDto: class extends TwiceDto {},
  };
  describeForm(TwiceDto);
  expect(() => describeForm(other.TwiceDto)).toThrow('Two forms are called TwiceDto');
});

describe('an answer in a test', () => {
  const clock = { demo: true, officeNow: '2026-11-24T08:00:00.000Z', offsetHours: 0 };
  const answer = (body: object | null, status = 200, type = 'application/json; charset=utf-8') => ({
    status,
    type: body && type,
    text: body ? JSON.stringify(body) : '',
  });
  const told = (body: object | null, status?: number, type?: string) => () =>
    mustBeDescribed('GET', '/api/demo/clock?x=1', answer(body, status, type));

  test('may be what its route describes, or a problem', () => {
    expect(told(clock)).not.toThrow();
    const problem = { type: '/problems/missing', title: 'There is nothing here', status: 404, code: 'missing', more: 1 };
    expect(told(problem, 404, 'application/problem+json')).not.toThrow();
    expect(() => mustBeDescribed('POST', '/api/sign-out', answer(null, 204))).not.toThrow();
  });
  test('fails the test with a member too many or too few, another form, another status, another type of content', () => {
    expect(told({ ...clock, more: 1 })).toThrow('more');
    expect(told({ demo: true, offsetHours: 0 })).toThrow('officeNow');
    expect(told({ ...clock, officeNow: 'today' })).toThrow('date-time');
    expect(told({ ...clock, offsetHours: null })).toThrow('must be number');
    expect(told(clock, 201)).toThrow('no such status');
    expect(told(clock, 200, 'application/problem+json')).toThrow('no application/problem+json');
    expect(told({ type: 'x', title: 'x', status: 404, code: 'no-such-code' }, 404, 'application/problem+json')).toThrow('allowed values');
    expect(() => mustBeDescribed('POST', '/api/sign-out', answer(clock, 204))).toThrow('nothing is answered');
  });
  test('is held against the route itself before one with a parameter in its place', () => {
    const board = { items: [], nextCursor: null, total: 0, states: {}, overdue: 0, officeNow: clock.officeNow };
    expect(() => mustBeDescribed('GET', '/api/takedowns/items?limit=1', answer(board))).not.toThrow();
    expect(() => mustBeDescribed('GET', '/api/takedowns/00000000-0000-4000-8000-000000000000', answer(board))).toThrow('reference');
  });
});
