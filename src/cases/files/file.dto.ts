import { IsString, Length } from 'class-validator';
import { Says } from '../../core/http/checks.js';

/** Why a file proves something, and in the words of whoever brings it: who gave it, when, and how it came. */
export class FileDto {
  @IsString() @Length(3, 2000) @Says(3) why: string;
  @IsString() @Length(10, 2000) @Says(10) origin: string;
}
