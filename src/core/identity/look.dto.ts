import { IsString, Length } from 'class-validator';
import { Says } from '../http/checks.js';
import { LOOK_REASON } from './personal-data.js';

/** Why somebody needs to see it. */
export class LookDto {
  @IsString() @Length(LOOK_REASON.least, LOOK_REASON.most) @Says(3) reason: string;
}
