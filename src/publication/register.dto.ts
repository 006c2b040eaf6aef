import { Transform, Type } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

/** A form sends what was not chosen as nothing. */
const Chosen = (pattern: RegExp) =>
  applyDecorators(
    Transform(({ value }) => (value === '' ? undefined : value)),
    IsOptional(),
    Matches(pattern),
  );
const WORD = /^[a-z0-9-]{1,40}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export class RegisterDto {
  @Chosen(WORD) kind?: string;
  @Chosen(WORD) platform?: string;
  @Chosen(WORD) topic?: string;
  @Chosen(WORD) outcome?: string;
  @Chosen(MONTH) month?: string;
  /** the number of the last act of the page before */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) after?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000) limit?: number;
}
export class RegisterPageDto extends RegisterDto {
  @IsOptional() @IsIn(['vi', 'en']) lang?: 'vi' | 'en';
}
export class StatisticsPageDto {
  @Chosen(MONTH) month?: string;
  @IsOptional() @IsIn(['vi', 'en']) lang?: 'vi' | 'en';
}
export class LanguageDto {
  @IsOptional() @IsIn(['vi', 'en']) lang?: 'vi' | 'en';
}
