import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDateString,
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
import { IsReturnReason, Says, YesOrNo } from '../../core/http/checks.js';
import { PageDto } from '../../core/http/page.dto.js';
import { MOST_PAID } from './collect-penalty.use-case.js';
import { ANNULMENT_GROUNDS, ENDS, type AnnulmentGround, type PenaltyEnd, type PenaltyKind } from './decision.js';
import { SERVICE_WAYS, type ServiceWay } from './service-ways.js';
import { PENALTY_ORDERS, type PenaltyOrder } from './penalty-list.view.js';
import { PENALTY_STATES, type PenaltyState } from './penalty.flow.js';
import { DAY, OfContentDto, ProvisionDto } from './violation.dto.js';

const RECEIPT = /^\S(?:[^\r\n]*\S)?$/;

class CircumstanceDto {
  @IsString() @MaxLength(20) code: string;
  @IsString() @Length(3, 2000) @Says(3) ground: string;
}
class AmountDto {
  @IsInt() @Min(1) @Max(MOST_PAID) value: number;
  @IsString() @Length(3, 2000) @Says(3) reason: string;
}
class MeasureDto {
  @IsString() @MaxLength(60) key: string;
  @IsOptional() @IsInt() @Min(1) @Max(3650) days?: number | null;
  @IsOptional() @IsString() @Length(3, 2000) @Says(3) leftOut?: string | null;
}
class AnswerDto {
  @IsUUID() explanationId: string;
  @IsString() @Length(3, 10_000) @Says(3) answer: string;
}
class CrimeDto {
  @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(60, { each: true }) signs: string[];
  @IsOptional() @IsBoolean() refer?: boolean | null;
  @IsOptional() @IsString() @Length(3, 2000) @Says(3) reason?: string | null;
}
class DecisionDto {
  @IsIn(ENDS) end: PenaltyEnd;
  @IsString() @Length(3, 10_000) @Says(3) ground: string;
  @IsOptional() @ValidateNested() @Type(() => ProvisionDto) provision?: ProvisionDto | null;
  @IsOptional() @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => CircumstanceDto) circumstances?: CircumstanceDto[];
  @IsOptional() @ValidateNested() @Type(() => AmountDto) amount?: AmountDto | null;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => MeasureDto) measures?: MeasureDto[];
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => AnswerDto) answers?: AnswerDto[];
  @IsOptional() @ValidateNested() @Type(() => CrimeDto) crime?: CrimeDto;
  @IsOptional() @IsInt() @Min(1) @Max(365) payWithin?: number | null;
}
export class DraftPenaltyDto extends DecisionDto {
  @IsUUID() violationId: string;
}
export class ChangePenaltyDto extends DecisionDto {
  @IsInt() @Min(1) version: number;
}
export class ReturnPenaltyDto extends OfContentDto {
  @IsReturnReason() reason: string;
}
export class NumberDto {
  @IsInt() @Min(1) version: number;
}
export class ServiceDto {
  @IsIn(SERVICE_WAYS) how: ServiceWay;
  @IsBoolean() served: boolean;
  @Matches(DAY) @IsDateString({ strict: true }) on: string;
  @IsOptional() @IsUUID() exhibitId?: string | null;
  @IsOptional() @IsString() @Length(3, 2000) @Says(3) reason?: string | null;
  @IsInt() @Min(1) version: number;
}
export class PaymentDto {
  @IsInt() @Min(0) @Max(MOST_PAID) amount: number;
  @IsOptional() @IsInt() @Min(0) @Max(MOST_PAID) interest?: number | null;
  @IsString() @Length(1, 100) @Says() @Matches(RECEIPT) receipt: string;
  @Matches(DAY) @IsDateString({ strict: true }) on: string;
  @IsInt() @Min(1) version: number;
}
export class RefundDto {
  @IsString() @Length(1, 100) @Says() @Matches(RECEIPT) receipt: string;
  @Matches(DAY) @IsDateString({ strict: true }) on: string;
  @IsInt() @Min(1) version: number;
}
export class AnnulDto {
  @IsIn(ANNULMENT_GROUNDS) ground: AnnulmentGround;
  @IsString() @Length(3, 4000) @Says(3) reason: string;
  @IsInt() @Min(1) version: number;
}
export class PenaltyListDto extends PageDto {
  @IsOptional() @IsIn(PENALTY_STATES) state?: PenaltyState;
  @IsOptional() @YesOrNo() returned?: boolean;
  @IsOptional() @IsIn(['decision', 'annulment']) kind?: PenaltyKind;
  @IsOptional() @IsUUID() caseId?: string;
  @IsOptional() @IsIn(PENALTY_ORDERS) sort?: PenaltyOrder;
}
