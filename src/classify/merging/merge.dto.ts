import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsInt, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { IsVersion, Says } from '../../core/http/checks.js';
import { MOST_LISTED } from '../claim.js';

/** Into which claim another would go. */
export class MergeIntoDto {
  @IsUUID() intoId: string;
}
/** Why a claim says the same as another, and the versions of both records as they were read. */
export class ProposeMergeDto extends MergeIntoDto {
  @IsString() @Length(5, 1000) @Says(3) reason: string;
  @IsVersion() version: number;
  @IsVersion() intoVersion: number;
}
/** Why a merged claim is one by itself after all. */
export class ProposeReinstatementDto {
  @IsString() @Length(5, 1000) @Says(3) reason: string;
  @IsVersion() version: number;
}
export class DecideMergeDto {
  /** the proposal that was read */
  @IsUUID() mergeId: string;
  @IsBoolean() agreed: boolean;
}
/** Which wordings of the version in force become a claim of their own, by their places. */
export class SplitClaimDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LISTED)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(MOST_LISTED, { each: true })
  wordings: number[];
  @IsVersion() version: number;
}
