import { IsBoolean, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IsMoment, Nested } from '../../core/http/checks.js';

const LINE = /^[^\r\n]*$/;

class SaidDto {
  @IsOptional() @IsString() @MaxLength(10_000) words?: string | null;
}
class SaidByDto {
  @IsOptional() @Nested(() => SaidDto) accused?: SaidDto | null;
  @IsOptional() @Nested(() => SaidDto) witness?: SaidDto | null;
  @IsOptional() @Nested(() => SaidDto) victim?: SaidDto | null;
}
class PresentDto {
  @IsOptional() @IsBoolean() witness?: boolean | null;
  @IsOptional() @IsBoolean() commune?: boolean | null;
  @IsOptional() @IsBoolean() interpreter?: boolean | null;
  @IsOptional() @IsBoolean() victim?: boolean | null;
}
class SummonedDto {
  @IsMoment() at: Date;
  @IsString() @Length(2, 300) @Matches(LINE) place: string;
}
class SummonsDto {
  @IsOptional() @Nested(() => SummonedDto) summoned?: SummonedDto | null;
}
/** What is left out was not asked. */
export class RecordAnswersDto {
  @IsOptional() @Nested(() => PresentDto) present?: PresentDto;
  @IsOptional() @Nested(() => SaidByDto) said?: SaidByDto;
  @IsOptional() @Nested(() => SaidDto) preventive?: SaidDto | null;
  @IsOptional() @Nested(() => SummonsDto) appear?: SummonsDto | null;
  @IsOptional() @IsMoment() began?: Date | null;
  @IsOptional() @IsMoment() closed?: Date | null;
}
