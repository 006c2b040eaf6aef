import { IsIn, IsOptional, Matches } from 'class-validator';
import { YesOrNo } from '../../core/http/checks.js';
import { PageDto } from '../../core/http/page.dto.js';
import { SPREAD_STANCES, type SpreadBy, type SpreadStance } from './spread.js';

export class SpreadDto {
  @IsOptional() @IsIn(['day', 'week']) by?: SpreadBy;
}
export class ClaimPostsDto extends PageDto {
  @IsOptional() @IsIn(['suggest', 'strong']) strength?: 'suggest' | 'strong';
  @IsOptional() @IsIn(SPREAD_STANCES) stance?: SpreadStance;
  @IsOptional() @Matches(/^[a-z0-9-]{1,40}$/) platform?: string;
  @IsOptional() @YesOrNo() judged?: boolean;
}
