import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { JUDGEMENTS, type Judgement } from './judgement.js';

export class TriageListDto {
  @IsOptional() @IsIn(['waiting', 'judged']) state?: 'waiting' | 'judged';
  @IsOptional() @IsIn(['priority']) sort?: 'priority';
  @IsOptional() @Matches(/^[a-z0-9-]{1,40}$/) platform?: string;
  @IsOptional() @Matches(/^[a-z0-9-]{1,40}$/) topic?: string;
  @IsOptional() @IsString() @MaxLength(200) q?: string;
  @IsOptional() @Matches(/^[A-Za-z0-9_-]{1,300}$/) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}
export class DecisionDto {
  @IsIn(['confirmed', 'rejected', null]) decision: 'confirmed' | 'rejected' | null;
  @IsOptional() @IsInt() version?: number;
}
export class JudgementDto {
  @IsIn(JUDGEMENTS) judgement: Judgement;
  @IsOptional() @IsUUID() matchId?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) reason?: string | null;
  @IsInt() version: number;
}
export class SplitDto {
  @IsUUID() reportId: string;
  @IsString() @Length(3, 500) reason: string;
}
