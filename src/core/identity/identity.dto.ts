import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDateString,
  IsEmail,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { HidesNothing, Says } from '../http/checks.js';

export class SignInDto {
  @IsString() @MaxLength(254) email: string;
  @IsString() @Length(1, 200) password: string;
  @IsOptional() @IsString() @Length(6, 8) code?: string;
}
export class OwnPasswordDto {
  @IsString() @Length(1, 200) present: string;
  @IsString() @Length(12, 200) next: string;
}
export class CodeDto {
  @IsString() @Matches(/^\d{6}$/) code: string;
}
export class AddUserDto {
  // letters that only look like these would make an address that passes for another
  @IsEmail() @Matches(/^[\x21-\x7e]*$/) @MaxLength(254) email: string;
  @IsString() @Length(2, 200) @Says() @HidesNothing() name: string;
  @IsOptional() @IsString() @MaxLength(200) title?: string;
  @IsString() @Length(12, 200) password: string;
  @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsString({ each: true }) roles: string[];
}
export class RoleDto {
  @IsString() @MaxLength(40) role: string;
}
/** Days are written yyyy-mm-dd; a delegation names the decision by which a deputy signs, and its day. */
export class TitleDto {
  @IsString() @MaxLength(60) title: string;
  @IsString() @Length(2, 300) @Matches(/^[^\r\n]*\S\s*\S[^\r\n]*$/) body: string;
  @IsOptional() @IsString() @Length(1, 100) @Matches(/^[^\r\n]*$/) delegation?: string | null;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString({ strict: true }) delegatedOn?: string | null;
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString({ strict: true }) from: string;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString({ strict: true }) to?: string | null;
}
