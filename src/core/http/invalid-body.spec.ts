import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { plainToInstance, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsString, Length, Matches, Max, Min, validateSync } from 'class-validator';
import { Nested, Says } from './checks.js';
import { invalidBody } from './invalid-body.js';

class LineDto {
  @IsString() @Length(3, 300) @Says(3) text: string;
}
class FormDto {
  @IsInt() @Min(1) @Max(365) days: number;
  @IsString() @Length(1, 100) @Matches(/^\S*$/) receipt: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2) @Nested(() => LineDto, { each: true }) lines: LineDto[];
}
class AgainDto extends FormDto {
  @Type(() => Number) @IsInt() version: number;
}
const FITS = { days: 3, receipt: 'r', lines: [{ text: 'fits' }], version: 1 };
interface Fault {
  path: string;
  rule: string;
}
const told = (changed: object) => {
  const errors = validateSync(plainToInstance(AgainDto, { ...FITS, ...changed }), { whitelist: true, forbidNonWhitelisted: true });
  return (invalidBody(errors).details.errors as Fault[]).map(({ path, rule, ...of }) => [path, rule, of]);
};

test('what is not there is told as not there, and as nothing else', () => {
  const needed = [['days', 'isDefined', { message: 'days is needed' }]];
  expect([told({ days: null }), told({ days: undefined })]).toEqual([needed, needed]);
  expect(told({ other: null }).map(([, rule]) => rule)).toEqual(['whitelistValidation']);
});
test('of several checks that one value fails, its kind is told first, then its form, then its bounds', () => {
  expect(told({ days: 'x' }).map(([, rule]) => rule)).toEqual(['isInt', 'min', 'max']);
  expect(told({ receipt: 'a '.repeat(100) }).map(([, rule]) => rule)).toEqual(['matches', 'isLength']);
});
test('bounds are told with what is out of them, also within a list and of an inherited form', () => {
  expect(told({ days: 400 })).toMatchObject([['days', 'max', { max: 365 }]]);
  expect(told({ lines: [] })).toMatchObject([['lines', 'arrayMinSize', { min: 1 }]]);
  expect(told({ lines: [{ text: 'fits' }, { text: '' }] })).toMatchObject([
    ['lines.1.text', 'isLength', { min: 3, max: 300 }],
    ['lines.1.text', 'says', { min: 3 }],
  ]);
});
