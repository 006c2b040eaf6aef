import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CustodyReasonDto } from '../../core/evidence/custody.js';
import { IsVersion } from '../../core/http/checks.js';

export class HoldDto extends CustodyReasonDto {
  @IsVersion() version: number;
}
export class ReleaseDecisionDto {
  @IsVersion() version: number;
  @IsIn(['approved', 'declined']) decision: 'approved' | 'declined';
  @IsOptional() @IsString() @MaxLength(4000) reason?: string | null;
}
