import { Says } from '../../core/http/checks.js';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';

const NAME = /^[a-z0-9-]{2,40}$/;
/** a file of one network's cookies; what a browser keeps of all is longer */
const LONGEST_FILE = 60_000;
const LAST_VERSION = 2_147_483_647;

export class GiveProfileDto {
  /** by which captures are ordered, and which their packages name */
  @Matches(NAME) name!: string;
  /** on which device: a name of config/visitors.yaml */
  @Matches(NAME) visitor!: string;
  /** for which hosts and those below them */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @Matches(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/, { each: true }) @Length(1, 253, { each: true }) hosts!: string[]; // prettier-ignore
  /** cookies.txt, or the JSON of a browser */
  @IsString() @Length(1, LONGEST_FILE) @Says() cookies!: string;
}
export class RenewProfileDto {
  @IsString() @Length(1, LONGEST_FILE) @Says() cookies!: string;
  @IsInt() @Min(1) @Max(LAST_VERSION) version!: number;
}
export class EndProfileDto {
  @IsInt() @Min(1) @Max(LAST_VERSION) version!: number;
}
