import { IsIn, IsNumber, IsObject, IsOptional, IsString, Length, Max, Min, ValidateIf } from 'class-validator';
import { Says } from '../../core/http/checks.js';
import { PageDto } from '../../core/http/page.dto.js';
import { DECIDED, type Decided } from './compare.js';

export class TrialDto {
  @IsNumber() @Min(0) @Max(1) suggest: number;
  @IsNumber() @Min(0) @Max(1) strong: number;
  /** what `lachan train matcher` wrote; left out: the one in force; null: the one that the product ships */
  @IsOptional() @ValidateIf((_, value) => value !== null) @IsObject() model?: object | null;
  @IsString() @Length(5, 1000) @Says(5) reason: string;
}
export class TrialChangesDto extends PageDto {
  @IsOptional() @IsIn(DECIDED) decided?: Decided;
}
