import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { Says } from '../../core/http/checks.js';
import { PageDto } from '../../core/http/page.dto.js';
import type { SweepState } from './sweep.flow.js';

export class SweepListDto extends PageDto {
  @IsOptional() @IsIn(['running', 'done', 'cancelled', 'failed', 'superseded']) state?: SweepState;
  @IsOptional() @IsUUID() claimId?: string;
}
/** Why a sweep is stopped; it stays with the sweep. */
export class StopSweepDto {
  @IsString() @Length(3, 500) @Says(3) reason: string;
}
