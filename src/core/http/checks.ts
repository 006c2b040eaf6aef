import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsDate,
  IsInt,
  IsObject,
  IsString,
  Length,
  Max,
  MaxDate,
  Min,
  MinDate,
  registerDecorator,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { visibleCharacters, withoutUnseen } from '../text/visible.js';

/** The greatest whole number of a column. */
const INTEGER_MAX = 2_147_483_647;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;
const FIRST = new Date('2000-01-01T00:00:00Z');
const LAST = new Date('2100-01-01T00:00:00Z');

/** The version of a record, as it was read. */
export const IsVersion = () => applyDecorators(IsInt(), Min(1), Max(INTEGER_MAX));

/** A moment with its zone, or a day of UTC, in this century. */
export const IsMoment = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' && MOMENT.test(value) ? new Date(value) : value)),
    IsDate(),
    MinDate(FIRST),
    MaxDate(LAST),
  );

/** A boolean of a query string. */
export const YesOrNo = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean(),
  );

/** A form within a form, or a list of them: an object each, checked like the form that holds it; a list is none. */
export const Nested = (form: () => new () => object, { each = false } = {}) =>
  applyDecorators(IsObject({ each }), ValidateNested({ each }), Type(form));

/** Words that somebody can read. */
export const Says =
  (least = 1, options?: ValidationOptions) =>
  (target: object, propertyName: string): void =>
    registerDecorator({
      name: 'says',
      constraints: [least],
      target: target.constructor,
      propertyName,
      options: { message: `${propertyName} needs words that can be read`, ...options },
      validator: { validate: (value: unknown) => typeof value === 'string' && visibleCharacters(value).length >= least },
    });

/** Why a second person sends a draft back to whoever wrote it. */
export const IsReturnReason = () => applyDecorators(IsString(), Length(5, 1000), Says(5) as PropertyDecorator);

/** What somebody copied comes without the signs in it that nobody sees. */
export const DropsUnseen = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? withoutUnseen(value) : value));

/** Nothing stands in it that nobody sees: two names that differ can be told apart. */
export const HidesNothing =
  () =>
  (target: object, propertyName: string): void =>
    registerDecorator({
      name: 'hidesNothing',
      target: target.constructor,
      propertyName,
      options: { message: `${propertyName} holds a sign that nobody sees` },
      validator: { validate: (value: unknown) => typeof value === 'string' && withoutUnseen(value) === value },
    });
