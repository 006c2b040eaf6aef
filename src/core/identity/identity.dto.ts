import { ArrayMaxSize, ArrayUnique, IsArray, IsEmail, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

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
  @IsEmail() @MaxLength(254) email: string;
  @IsString() @Length(2, 200) name: string;
  @IsOptional() @IsString() @MaxLength(200) title?: string;
  @IsString() @Length(12, 200) password: string;
  @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsString({ each: true }) roles: string[];
}
export class RoleDto {
  @IsString() @MaxLength(40) role: string;
}
