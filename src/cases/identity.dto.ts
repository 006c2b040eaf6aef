import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { Says } from '../core/http/checks.js';
import { LOOK_REASON } from '../core/identity/personal-data.js';

/** Why somebody needs to see who it is. */
export class LookReasonDto {
  @IsString() @Length(LOOK_REASON.least, LOOK_REASON.most) @Says(3) reason: string;
}
export class IdentityDecisionDto {
  @IsIn(['approved', 'refused']) decision: 'approved' | 'refused';
  @IsOptional() @IsString() @MaxLength(LOOK_REASON.most) reason?: string | null;
}
