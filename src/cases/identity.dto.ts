import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { LOOK_REASON } from '../core/identity/personal-data.js';

/** Why somebody needs to see who it is. */
export class LookReasonDto {
  @IsString() @Length(LOOK_REASON.least, LOOK_REASON.most) @Matches(/\S\s*\S\s*\S/) reason: string;
}
export class IdentityDecisionDto {
  @IsIn(['approved', 'refused']) decision: 'approved' | 'refused';
  @IsOptional() @IsString() @MaxLength(LOOK_REASON.most) reason?: string | null;
}
