import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { LOOK_REASON } from '../core/identity/personal-data.js';

export class IdentityDecisionDto {
  @IsIn(['approved', 'refused']) decision: 'approved' | 'refused';
  @IsOptional() @IsString() @MaxLength(LOOK_REASON.most) reason?: string | null;
}
