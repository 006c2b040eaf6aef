import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Says } from '../../core/http/checks.js';
import { PageDto } from '../../core/http/page.dto.js';
import { SUBJECTS, type SubjectKind } from '../penalty/law.js';
import { RecordAnswersDto } from './record-answers.dto.js';
import { EXPLANATION_KINDS, type ExplanationKind } from './procedure.js';
import { SIGNING_ROLES, type SigningRole } from './signatures.js';
import { VIOLATION_STATES, type ViolationState } from './violation.flow.js';

export const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LINE = /^[^\r\n]*$/;
/** a day, a month, a year */
const KNOWN_DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export class ProvisionDto {
  @IsString() @MaxLength(60) id: string;
  @IsString() @Length(3, 2000) @Says(3) reason: string;
}
export class SubjectDto {
  @IsIn(SUBJECTS) kind: SubjectKind;
  @IsOptional() @IsInt() @Min(0) @Max(150) age?: number | null;
}
class StatusDto {
  @IsIn(['ended', 'ongoing']) answer: 'ended' | 'ongoing';
  @IsOptional() @IsString() @MaxLength(40) ended?: string | null;
  @IsString() @Length(3, 2000) @Says(3) reason: string;
}
/** Days may be a day, a month, a year, or a moment with its offset. */
class ActDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5) @IsString({ each: true }) @MaxLength(60, { each: true }) types: string[];
  @IsString() @MaxLength(40) where: string;
  @IsString() @MaxLength(40) started: string;
  @IsOptional() @IsString() @Length(3, 2000) @Says(3) startedReason?: string | null;
  @IsOptional() @IsString() @MaxLength(40) discovered?: string | null;
  @IsOptional() @ValidateNested() @Type(() => StatusDto) status?: StatusDto | null;
  @IsString() @Length(3, 10_000) @Says(3) facts: string;
  @IsOptional() @IsBoolean() returnedByPolice?: boolean;
  @IsOptional() @Matches(DAY) evasionEnded?: string | null;
}
/** What papers say of the accused; kept apart, encrypted. */
class IdentityDetailsDto {
  @IsOptional() @IsString() @MaxLength(40) @Matches(LINE) gender?: string;
  @IsOptional() @Matches(KNOWN_DAY) born?: string;
  @IsOptional() @IsString() @MaxLength(100) @Matches(LINE) nationality?: string;
  @IsOptional() @IsString() @MaxLength(200) @Matches(LINE) occupation?: string;
  @IsOptional() @IsString() @MaxLength(300) @Matches(LINE) residence?: string;
  @IsOptional() @IsString() @MaxLength(100) @Matches(LINE) idKind?: string;
  @IsOptional() @IsString() @MaxLength(60) @Matches(LINE) idNumber?: string;
  @IsOptional() @Matches(DAY) @IsDateString({ strict: true }) idIssuedOn?: string;
  @IsOptional() @IsString() @MaxLength(200) @Matches(LINE) idIssuedBy?: string;
  @IsOptional() @IsString() @MaxLength(100) @Matches(LINE) registration?: string;
  @IsOptional() @IsString() @MaxLength(100) @Matches(LINE) licence?: string;
  @IsOptional() @Matches(DAY) @IsDateString({ strict: true }) licenceIssuedOn?: string;
  @IsOptional() @IsString() @MaxLength(200) @Matches(LINE) licenceIssuedBy?: string;
  @IsOptional() @IsString() @MaxLength(300) @Matches(LINE) seat?: string;
  @IsOptional() @IsString() @MaxLength(200) @Matches(LINE) representative?: string;
  @IsOptional() @IsString() @MaxLength(40) @Matches(LINE) representativeGender?: string;
  @IsOptional() @IsString() @MaxLength(200) @Matches(LINE) representativeTitle?: string;
}
class RecordDto {
  @IsDefined() @ValidateNested() @Type(() => SubjectDto) subject: SubjectDto;
  @IsDefined() @ValidateNested() @Type(() => ActDto) act: ActDto;
  @IsString() @Length(2, 300) @Matches(LINE) place: string;
  @IsOptional() @ValidateNested() @Type(() => RecordAnswersDto) answers?: RecordAnswersDto;
  @IsOptional() @IsBoolean() stopDemanded?: boolean | null;
  @IsOptional() @IsString() @MaxLength(2000) stopReason?: string | null;
  @IsArray() @ArrayMaxSize(50) @IsUUID(undefined, { each: true }) exhibits: string[];
  @IsOptional() @ValidateNested() @Type(() => ProvisionDto) provision?: ProvisionDto | null;
  @IsOptional() @ValidateNested() @Type(() => IdentityDetailsDto) identity?: IdentityDetailsDto;
}
export class DraftViolationDto extends RecordDto {
  @IsUUID() caseId: string;
  @IsUUID() partyId: string;
}
export class ChangeViolationDto extends RecordDto {
  @IsInt() @Min(1) version: number;
}
/** What was read, named by its hash. */
export class OfContentDto {
  @Matches(/^[0-9a-f]{64}$/) contentHash: string;
  @IsInt() @Min(1) version: number;
}
class PresenceDetailsDto {
  @IsOptional() @IsString() @MaxLength(200) @Matches(LINE) occupation?: string;
  @IsOptional() @IsString() @MaxLength(300) @Matches(LINE) address?: string;
  @IsOptional() @IsString() @MaxLength(200) @Matches(LINE) title?: string;
  @IsOptional() @IsString() @MaxLength(300) @Matches(LINE) agency?: string;
}
export class PresenceDto extends OfContentDto {
  @IsIn(SIGNING_ROLES) role: SigningRole;
  @IsString() @Length(1, 300) @Says() name: string;
  @IsOptional() @ValidateNested() @Type(() => PresenceDetailsDto) details?: PresenceDetailsDto;
  @IsBoolean() signed: boolean;
  @IsOptional() @IsString() @Length(3, 1000) @Says(3) reason?: string | null;
}
export class ReasonDto {
  @IsString() @Length(3, 4000) @Says(3) reason: string;
  @IsInt() @Min(1) version: number;
}
export class RightDto {
  @IsBoolean() right: boolean;
  @IsInt() @Min(1) version: number;
}
export class ExplanationDto {
  @IsIn(EXPLANATION_KINDS) kind: ExplanationKind;
  @Matches(DAY) @IsDateString({ strict: true }) on: string;
  @IsOptional() @IsString() @Length(1, 10_000) @Says() says?: string | null;
  @IsOptional() @IsUUID() exhibitId?: string | null;
  @IsInt() @Min(1) version: number;
}
export class ConfirmLawDto {
  @IsString() @Length(3, 200) @Says(3) @Matches(LINE) about: string;
  @IsString() @Length(3, 300) @Says(3) document: string;
}
export class ViolationListDto extends PageDto {
  @IsOptional() @IsIn(VIOLATION_STATES) state?: ViolationState;
  @IsOptional() @IsUUID() caseId?: string;
}
