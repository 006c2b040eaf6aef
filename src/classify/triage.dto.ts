import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsVersion, Says } from '../core/http/checks.js';
import { CURSOR } from '../core/http/page.dto.js';
import { JUDGEMENTS, type Judgement } from './judgement.js';

export class TriageAddressDto {
  @IsOptional() @IsIn(['waiting', 'judged', 'all']) state?: 'waiting' | 'judged' | 'all';
  @IsOptional() @IsIn(['priority', 'newest', 'oldest']) sort?: 'priority' | 'newest' | 'oldest';
  @IsOptional() @Matches(/^[a-z0-9-]{1,40}$/) platform?: string;
  @IsOptional() @Matches(/^[a-z0-9-]{1,40}$/) topic?: string;
  /** whether a known claim resembles the post */
  @IsOptional() @IsIn(['with', 'without']) claim?: 'with' | 'without';
  /** received on this calendar day of the office or later */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) since?: string;
  /** on this day or earlier */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) until?: string;
  /** says this claim: by a strong match, or as a person confirmed */
  @IsOptional() @IsUUID() claimId?: string;
  /** near copies that wait: each for itself, or one line for all, that of the first of them */
  @IsOptional() @IsIn(['together', 'apart']) copies?: 'together' | 'apart';
  /** near copies that share this key */
  @IsOptional() @IsUUID() group?: string;
  @IsOptional() @Matches(CURSOR) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}
/** What people look for in words of their own is asked in a body. */
export class TriageListDto extends TriageAddressDto {
  @IsOptional() @IsString() @MaxLength(200) q?: string;
}
export class DecisionDto {
  @IsIn(['confirmed', 'rejected', null]) decision: 'confirmed' | 'rejected' | null;
  @IsOptional() @IsVersion() version?: number;
}
export class NameClaimDto {
  @IsUUID() claimId: string;
  @IsOptional() @IsVersion() version?: number;
}
export class JudgementDto {
  @IsIn(JUDGEMENTS) judgement: Judgement;
  @IsOptional() @IsUUID() matchId?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) reason?: string | null;
  /** takes the place of the judgement that stands, for a reason */
  @IsOptional() @IsBoolean() again?: boolean;
  @IsVersion() version: number;
}
export class SplitDto {
  @IsUUID() reportId: string;
  @IsString() @Length(3, 500) @Says(3) reason: string;
}
