import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CustodyReasonDto } from '../core/evidence/custody.js';
import { IsVersion } from '../core/http/checks.js';
import { PageDto } from '../core/http/page.dto.js';
import { BATCH_STATES, type BatchState } from './retention.js';

export class BatchListDto extends PageDto {
  @IsOptional() @IsIn(BATCH_STATES) state?: BatchState;
}
export class SubmissionDto extends CustodyReasonDto {
  @IsVersion() version: number;
}
export class BatchDecisionDto {
  @IsVersion() version: number;
  @IsIn(['approved', 'declined']) decision: 'approved' | 'declined';
  @IsOptional() @IsString() @MaxLength(4000) reason?: string | null;
}
