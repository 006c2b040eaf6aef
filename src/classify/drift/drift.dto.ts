import { IsIn, IsOptional } from 'class-validator';
import { PageDto } from '../../core/http/page.dto.js';
import { DRIFT_BY, type DriftBy } from './drift-table.js';

export const CLAIM_SORTS = ['precision', 'strong', 'decided'] as const;
export type ClaimSort = (typeof CLAIM_SORTS)[number];

export class DriftDto {
  @IsOptional() @IsIn(DRIFT_BY) by?: DriftBy;
}
export class ClaimPrecisionDto extends PageDto {
  /** the least right first, or those on which most was decided */
  @IsOptional() @IsIn(CLAIM_SORTS) sort?: ClaimSort;
}
