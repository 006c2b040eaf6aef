import { Transform } from 'class-transformer';
import { Nested } from '../core/http/checks.js';
import { HoldsForeignWords } from '../core/http/refused-in.js';
import { PageDto } from '../core/http/page.dto.js';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

const withoutNul = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace(/\0/g, '') : value));
// long enough that a link which is too long gets its own clear answer
const LONGEST_LINK_READ = 16_384;
// the office's own limit is a setting and is checked by the use-case
const LONGEST_TEXT_READ = 200_000;

export class ContactDto {
  @IsOptional() @withoutNul() @IsString() @MaxLength(200) name?: string;
  @IsOptional() @withoutNul() @IsString() @MaxLength(50) phone?: string;
  @IsOptional() @withoutNul() @IsString() @MaxLength(254) email?: string;
}
/** A report: a link, or only a text, or only a picture (multipart field `picture`). */
@HoldsForeignWords()
export class ReportDto {
  @IsOptional() @withoutNul() @IsString() @MaxLength(LONGEST_LINK_READ) url?: string;
  @IsOptional() @withoutNul() @IsString() @MaxLength(LONGEST_TEXT_READ) text?: string;
  @IsOptional() @withoutNul() @IsString() @MaxLength(4000) note?: string;
  @IsOptional() @Nested(() => ContactDto) contact?: ContactDto;
}
export class ReportFormDto extends ReportDto {
  /** made with the form, so that a form sent twice is one report */
  @IsOptional() @IsString() @MaxLength(64) key?: string;
  @IsOptional() @IsIn(['vi', 'en']) lang?: 'vi' | 'en';
}
export class ReportListDto extends PageDto {
  @IsOptional() @IsIn(['web', 'phone']) channel?: 'web' | 'phone';
  /** this one only */
  @IsOptional() @IsUUID() id?: string;
}
