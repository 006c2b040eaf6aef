import { IsString, Length } from 'class-validator';
import { Says } from '../../core/http/checks.js';

/** Which source of the claim, by its link as the claim names it. */
export class CaptureSourceDto {
  @IsString() @Length(1, 2000) @Says() url: string;
}
