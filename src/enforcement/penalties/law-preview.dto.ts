import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DAY, SubjectDto } from './violation.dto.js';

class AnswerOfTimeDto {
  @IsIn(['ended', 'ongoing']) answer: 'ended' | 'ongoing';
  @IsOptional() @IsString() @MaxLength(40) ended?: string | null;
}
class TimedActDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5) @IsString({ each: true }) @MaxLength(60, { each: true }) types: string[];
  @IsString() @MaxLength(40) where: string;
  @IsString() @MaxLength(40) started: string;
  @IsOptional() @IsString() @MaxLength(40) discovered?: string | null;
  @IsOptional() @ValidateNested() @Type(() => AnswerOfTimeDto) status?: AnswerOfTimeDto | null;
  @IsOptional() @IsBoolean() returnedByPolice?: boolean;
  @IsOptional() @Matches(DAY) evasionEnded?: string | null;
}
/** The facts as far as they are typed; reasons are not needed yet. */
export class LawPreviewDto {
  @IsDefined() @ValidateNested() @Type(() => SubjectDto) subject: SubjectDto;
  @IsDefined() @ValidateNested() @Type(() => TimedActDto) act: TimedActDto;
  @IsOptional() @IsString() @MaxLength(60) provision?: string | null;
  @IsOptional() @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) @MaxLength(20, { each: true }) circumstances?: string[];
  @IsOptional() @IsInt() @Min(1) @Max(1_000_000_000_000) amount?: number | null;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(60, { each: true }) signs?: string[];
  @IsOptional() @IsBoolean() refer?: boolean | null;
}
