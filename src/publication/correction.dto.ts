import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUrl, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { IsVersion, Nested, Says, YesOrNo } from '../core/http/checks.js';
import { PageDto } from '../core/http/page.dto.js';
import { CORRECTION_STATES, type CorrectionState } from './correction.flow.js';

const WELL_FORMED = /^[^\p{Cs}]*$/u;

export class CorrectionWordingDto {
  @IsString() @MaxLength(200) @Matches(WELL_FORMED) @Matches(/^[^\r\n]*$/) title: string;
  @IsString() @MaxLength(1000) @Matches(WELL_FORMED) said: string;
  @IsString() @MaxLength(4000) @Matches(WELL_FORMED) truth: string;
}
export class CorrectionSourceDto {
  @IsString() @MaxLength(300) @Matches(WELL_FORMED) title: string;
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true })
  @MaxLength(2000)
  @Matches(WELL_FORMED)
  url: string;
}
export class DraftCorrectionDto {
  @IsUUID() claimId: string;
}
class VersionDto {
  @IsVersion() version: number;
}
export class ChangeCorrectionDto extends VersionDto {
  @Nested(() => CorrectionWordingDto) vi: CorrectionWordingDto;
  @IsOptional() @Nested(() => CorrectionWordingDto) en: CorrectionWordingDto | null = null;
  @IsArray() @ArrayMaxSize(20) @Nested(() => CorrectionSourceDto, { each: true }) sources: CorrectionSourceDto[];
}
export class PublishDto extends VersionDto {
  @Matches(/^[0-9a-f]{64}$/) contentHash: string;
}
export class ReturnDto extends PublishDto {
  @IsString() @Length(3, 2000) @Says(3) @Matches(WELL_FORMED) reason: string;
}
export class ProposeWithdrawalDto extends VersionDto {
  @IsString() @Length(3, 2000) @Says(3) @Matches(WELL_FORMED) reason: string;
}
export class DecideWithdrawalDto extends VersionDto {
  @IsBoolean() agreed: boolean;
}
export class CorrectionAddressDto extends PageDto {
  @IsOptional() @IsIn(CORRECTION_STATES) state?: CorrectionState;
  @IsOptional() @YesOrNo() lookAgain?: boolean;
  @IsOptional() @IsUUID() claimId?: string;
}
export class CorrectionListDto extends CorrectionAddressDto {
  @IsOptional() @IsString() @MaxLength(200) q?: string;
}
export class PreviewDto {
  @IsOptional() @IsIn(['vi', 'en']) language?: 'vi' | 'en';
}
