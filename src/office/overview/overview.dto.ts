import { IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';
import { PageDto } from '../../core/http/page.dto.js';

const DAY = /^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const KEY = /^[a-z0-9-]{1,40}$/;

export class WaitingListDto extends PageDto {
  /** of work that gave up: which */
  @IsOptional() @Matches(/^[A-Za-z]{1,60}$/) handler?: string;
}
export class ToldListDto extends PageDto {
  @IsOptional() @Matches(KEY) topic?: string;
  @IsOptional() @Matches(KEY) platform?: string;
  @IsOptional() @IsUUID() claimId?: string;
  /** days of the office's zone, the last one included */
  @Matches(DAY) @IsISO8601({ strict: true }) from: string;
  @Matches(DAY) @IsISO8601({ strict: true }) to: string;
}
