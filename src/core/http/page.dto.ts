import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

/** A place in a list, as the list itself gave it. */
export const CURSOR = /^[A-Za-z0-9_-]{1,300}$/;

/** Every list is paged alike. */
export class PageDto {
  @IsOptional() @Matches(CURSOR) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}
