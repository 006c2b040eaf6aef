import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { topics } from '../../core/glossary/topics.js';
import { Nested, Says } from '../../core/http/checks.js';
import type { Harm } from '../claim.js';
import { claimFlow } from '../claim.flow.js';
import { exchangeTable } from './exchange-table.js';
import { FORMS, type Form } from './record.js';

const PLACES = /^(\d{1,9}(,\d{1,9})*)?$/;

/** The claims that leave, as the list of the registry is narrowed, and in which form. */
export class ExportClaimsDto {
  @IsIn(FORMS) form: Form;
  @IsOptional() @IsIn(Object.keys(claimFlow)) state?: string;
  @IsOptional() @IsBoolean() returned?: boolean;
  @IsOptional() @IsUUID() importId?: string;
  @IsOptional() @IsString() @MaxLength(200) q?: string;
}
/** What is said of a claim whose own record leaves it out. */
export class ImportDefaultsDto {
  @IsOptional() @IsIn(Object.keys(topics)) topic?: string;
  @IsOptional() @IsIn(['low', 'medium', 'high']) harm?: Harm;
  /** by which licence what others published may be used */
  @IsOptional() @IsString() @Length(1, 300) @Says() licence?: string;
}
export class ImportClaimsDto extends ImportDefaultsDto {
  /** of the file whose preview was read */
  @Matches(/^[0-9a-f]{64}$/) sha256: string;
  /** places of records that are left out, with commas between them */
  @IsOptional() @Matches(PLACES) @MaxLength(60_000) leave?: string;
}
/** Versions that one person read and puts in force together, each by its own id. */
export class ApproveVersionsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(exchangeTable.approved_at_once)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  versionIds: string[];
}

/** What is asked of a fact-checking service. */
export class SearchChecksDto {
  @IsString() @Length(2, 300) @Says(2) query: string;
  @IsOptional() @IsIn(['vi', 'en']) language?: 'vi' | 'en';
  /** the site of one publisher */
  @IsOptional() @Matches(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i) @MaxLength(200) publisher?: string;
  @IsOptional() @Matches(/^[\x21-\x7e]{1,1000}$/) pageToken?: string;
}
/** A check of others, as the service told it. */
export class CheckDto {
  @IsString() @Length(1, 2000) @Says() text: string;
  @IsString() @Length(1, 2000) @Says() url: string;
  @IsOptional() @IsString() @MaxLength(1000) title: string | null = null;
  @IsOptional() @IsString() @MaxLength(300) publisher: string | null = null;
  @IsOptional() @IsString() @MaxLength(300) rating: string | null = null;
  @IsOptional() @IsString() @MaxLength(40) language: string | null = null;
  @IsOptional() @IsString() @MaxLength(40) reviewDate: string | null = null;
  @IsOptional() @IsString() @MaxLength(40) claimDate: string | null = null;
}
export class ImportChecksDto extends ImportDefaultsDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @Nested(() => CheckDto, { each: true }) checks: CheckDto[];
}
