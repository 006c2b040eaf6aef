import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { statisticsTable } from '../publication/index.js';

const DAY = /^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const FIGURES = Object.keys(statisticsTable.figures);

export class SearchDto {
  @IsString() @Length(2, 2000) @Matches(/\S\s*\S/) q: string;
}
export class RetryDto {
  @Matches(/^[A-Za-z]{1,80}$/) handler: string;
}
export class MoveClockDto {
  @IsInt() @Min(1) @Max(720) hours: number;
}
export class LogListDto {
  /** a type ('case.opened') or all types of a kind ('case') */
  @IsOptional() @Matches(/^[a-z][a-z-]*(\.[a-z-]+)?$/) type?: string;
  @IsOptional() @Matches(/^[\w.:-]{1,80}$/) subject?: string;
  @IsOptional() @IsUUID() actor?: string;
  /** days of the office's zone, the last one included */
  @IsOptional() @Matches(DAY) @IsISO8601({ strict: true }) from?: string;
  @IsOptional() @Matches(DAY) @IsISO8601({ strict: true }) to?: string;
  /** by which clock the days are meant: true time, or the office's, by which the public figures are counted */
  @IsOptional() @IsIn(['true', 'office']) clock?: 'true' | 'office';
  /** the entries that this public figure counts */
  @IsOptional() @IsIn(FIGURES) figure?: string;
  /** one event */
  @IsOptional() @IsUUID() id?: string;
  /** one sealed event by its number */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) seq?: number;
  @IsOptional() @Matches(/^\d{1,18}$/) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}
