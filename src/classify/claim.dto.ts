import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { topics } from '../core/glossary/topics.js';
import { DropsUnseen, IsReturnReason, Nested, Says, YesOrNo } from '../core/http/checks.js';
import { CURSOR } from '../core/http/page.dto.js';
import { MOST_LISTED, type Harm } from './claim.js';
import { claimFlow } from './claim.flow.js';

const ADDRESS = { protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true };
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class WordingDto {
  @IsIn(['vi', 'en']) language: 'vi' | 'en';
  @DropsUnseen() @IsString() @Length(10, 1000) @Says() text: string;
}
export class SourceDto {
  @IsString() @Length(3, 300) @Says() title: string;
  @IsUrl(ADDRESS) @MaxLength(2000) url: string;
  @Matches(DAY) @IsISO8601({ strict: true }) date: string;
  @IsOptional() @IsString() @Length(1, 200) @Says() publisher?: string;
  @IsOptional() @IsString() @Length(1, 300) @Says() rating?: string;
  @IsOptional() @IsString() @Length(1, 300) @Says() licence?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_LISTED)
  @IsUrl(ADDRESS, { each: true })
  @MaxLength(2000, { each: true })
  appearances?: string[];
}
export class ClaimDto {
  @IsIn(Object.keys(topics)) topic: string;
  @IsIn(['low', 'medium', 'high']) harm: Harm;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOST_LISTED) @Nested(() => WordingDto, { each: true }) wordings: WordingDto[];
  @IsString() @Length(3, 4000) @Says() truth: string;
  @IsArray() @ArrayMaxSize(MOST_LISTED) @Nested(() => SourceDto, { each: true }) sources: SourceDto[];
  @Matches(DAY) @IsISO8601({ strict: true }) falseFrom: string;
  @IsOptional() @Matches(DAY) @IsISO8601({ strict: true }) falseTo: string | null = null;
}
export class ClaimAddressDto {
  @IsOptional() @IsIn(Object.keys(claimFlow)) state?: string;
  @IsOptional() @YesOrNo() returned?: boolean;
  @IsOptional() @IsUUID() importId?: string;
  @IsOptional() @Matches(CURSOR) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}
export class ClaimListDto extends ClaimAddressDto {
  @IsOptional() @IsString() @MaxLength(200) q?: string;
}
/** What is to be changed before a version can be put in force. */
export class ReturnClaimDto {
  @IsReturnReason() reason: string;
  @IsInt() @Min(0) version: number;
}
/** Why a claim is to leave the registry. */
export class ProposeRetirementDto {
  @IsString() @Length(5, 1000) @Says(3) reason: string;
  @IsInt() @Min(0) version: number;
}
export class DecideRetirementDto {
  @IsBoolean() agreed: boolean;
  @IsInt() @Min(0) version: number;
}
export class SimilarDto {
  @IsString() @Length(10, 2000) @Says() text: string;
}
