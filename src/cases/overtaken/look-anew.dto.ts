import { IsString, IsUUID, Length } from 'class-validator';
import { IsVersion, Says } from '../../core/http/checks.js';

/** What somebody found who looked anew at what rests on the claim. */
export class LookAnewDto {
  @IsUUID() claimId: string;
  @IsString() @Length(3, 1000) @Says(3) note: string;
  @IsVersion() version: number;
}
