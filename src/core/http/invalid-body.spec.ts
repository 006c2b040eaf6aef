import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IsMoment, Nested, Says } from './checks.js';
import type { Problem } from '../problem/problem.js';
import { FormPipe } from './form-pipe.js';

class LineDto {
  @IsString() @Length(3, 300) @Says(3) text: string;
}
class FormDto {
  @IsInt() @Min(1) @Max(365) days: number;
  @IsString() @Length(1, 100) @Matches(/^\S*$/) receipt: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2) @Nested(() => LineDto, { each: true }) lines: LineDto[];
}
class DatedDto {
  @IsMoment() at: Date;
}
class AgainDto extends FormDto {
  @Type(() => Number) @IsInt() version: number;
}
const FITS = { days: 3, receipt: 'r', lines: [{ text: 'fits' }], version: 1 };
interface Fault {
  path: string;
  rule: string;
}
const pipe = new FormPipe();
const told = (changed: object) => refusal({ ...FITS, ...changed }, AgainDto);
const refusal = (body: object, metatype: new () => object): Promise<[string, string, object][]> =>
  pipe.transform(body, { type: 'body', metatype }).then(
    () => [],
    (problem: Problem) => (problem.details.errors as Fault[]).map(({ path, rule, ...of }) => [path, rule, of]),
  );

test('what is not there is told as not there, and as nothing else', async () => {
  const needed = [['days', 'isDefined', { message: 'days is needed' }]];
  expect([await told({ days: null }), await told({ days: undefined })]).toEqual([needed, needed]);
  expect((await told({ other: null })).map(([, rule]) => rule)).toEqual(['whitelistValidation']);
});
test('of several checks that one value fails, its kind is told first, then its form, then its bounds', async () => {
  expect((await told({ days: 'x' })).map(([, rule]) => rule)).toEqual(['isInt', 'min', 'max']);
  expect((await told({ receipt: 'a '.repeat(100) })).map(([, rule]) => rule)).toEqual(['matches', 'isLength']);
});
test('bounds are told with what is out of them, also within a list and of an inherited form', async () => {
  expect(await told({ days: 400 })).toMatchObject([['days', 'max', { max: 365 }]]);
  const ages = [{ at: '1999-12-31' }, { at: '2100-01-02' }].map((body) => refusal(body, DatedDto));
  expect(await Promise.all(ages)).toMatchObject([
    [['at', 'minDate', { first: '2000-01-01' }]],
    [['at', 'maxDate', { last: '2100-01-01' }]],
  ]);
  expect(await told({ lines: [] })).toMatchObject([['lines', 'arrayMinSize', { min: 1 }]]);
  expect(await told({ lines: [{ text: 'fits' }, { text: '' }] })).toMatchObject([
    ['lines.1.text', 'isLength', { min: 3, max: 300 }],
    ['lines.1.text', 'says', { min: 3 }],
  ]);
});
