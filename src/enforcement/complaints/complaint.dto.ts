import { IsBoolean, IsDateString, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { IsVersion, Says } from '../../core/http/checks.js';
import { DAY } from '../penalties/violation.dto.js';
import {
  COMPLAINANTS,
  COMPLAINT_OUTCOMES,
  COMPLAINT_WAYS,
  type Complainant,
  type ComplaintOutcome,
  type ComplaintWay,
} from './complaint.js';

export class ComplaintDto {
  @Matches(DAY) @IsDateString({ strict: true }) receivedOn: string;
  @IsIn(COMPLAINT_WAYS) how: ComplaintWay;
  @IsIn(COMPLAINANTS) complainant: Complainant;
  @IsString() @Length(3, 2000) @Says(3) asks: string;
  @IsString() @Length(3, 10_000) @Says(3) says: string;
  @IsOptional() @IsUUID() exhibitId?: string | null;
  @IsVersion() version: number;
}
export class AcceptComplaintDto {
  @IsOptional() @IsBoolean() complex?: boolean;
  @IsOptional() @IsString() @Length(3, 4000) @Says(3) reason?: string | null;
  @IsVersion() version: number;
}
export class WithdrawComplaintDto {
  @IsString() @Length(3, 4000) @Says(3) reason: string;
  @IsUUID() exhibitId: string;
  @IsVersion() version: number;
}
export class AnswerComplaintDto {
  @IsIn(COMPLAINT_OUTCOMES) outcome: ComplaintOutcome;
  @IsString() @Length(3, 4000) @Says(3) says: string;
  @IsVersion() version: number;
}
