import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, Length, Matches, Max, Min, registerDecorator } from 'class-validator';
import { IsVersion, Says } from '../../core/http/checks.js';
import { officeTable } from '../office-table.js';
import { LIST_NAMES, type ListName } from './lists.dto.js';

const MOST_KEYS = 12;
const LONGEST_VALUE = 200;
const LONGEST_NAME = 60;
const isValue = (value: unknown): boolean => typeof value === 'string' && value.length <= LONGEST_VALUE && value.isWellFormed();

/** An object of short texts: the query string of a list. */
const IsQuery = () => (target: object, propertyName: string) => {
  registerDecorator({
    name: 'isQuery',
    constraints: [LONGEST_VALUE],
    target: target.constructor,
    propertyName,
    options: { message: `${propertyName} must hold at most ${MOST_KEYS} texts of at most ${LONGEST_VALUE} characters` },
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' &&
        value !== null &&
        Object.keys(value).length <= MOST_KEYS &&
        Object.entries(value).every(([key, of]) => /^[a-zA-Z]{1,20}$/.test(key) && isValue(of)),
    },
  });
};
const IsName =
  () =>
  (target: object, propertyName: string): void => {
    IsString()(target, propertyName);
    Length(1, LONGEST_NAME)(target, propertyName);
    Matches(/^[^\p{Cs}\p{Cc}]*$/u)(target, propertyName);
    Says()(target, propertyName);
  };

export class SavedListsDto {
  /** of this list only */
  @IsOptional() @IsIn(LIST_NAMES) list?: ListName;
}
export class SaveListDto {
  @IsIn(LIST_NAMES) list: ListName;
  @IsName() name: string;
  @IsObject() @IsQuery() filter: Record<string, string>;
  @IsOptional() @IsBoolean() shared?: boolean;
}
export class ChangeListDto {
  @IsVersion() version: number;
  @IsOptional() @IsName() name?: string;
  @IsOptional() @IsObject() @IsQuery() filter?: Record<string, string>;
  @IsOptional() @IsBoolean() shared?: boolean;
  /** its place among one's own lists of its kind, from 0 */
  @IsOptional() @IsInt() @Min(0) @Max(officeTable.saved_lists) position?: number;
}
