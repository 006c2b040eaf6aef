import { IsIn, IsOptional } from 'class-validator';

export class ReplayDto {
  /** the language of what stands around the page; the office's own when left out */
  @IsOptional() @IsIn(['vi', 'en']) lang?: 'vi' | 'en';
}
