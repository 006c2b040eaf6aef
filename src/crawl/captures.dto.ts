import { IsOptional, IsUUID, Matches } from 'class-validator';

export class OrderCaptureDto {
  /** which link of the post; the first when left out */
  @IsOptional() @IsUUID() addressId?: string;
  /** as whom the page is visited: a name of config/visitors.yaml, or of a session; the ordinary visitor when left out */
  @IsOptional() @Matches(/^[a-z0-9-]{2,40}$/) visitor?: string;
  /** by which way it leaves: a name of CAPTURE_ROUTES; directly when left out */
  @IsOptional() @Matches(/^[a-z0-9-]{2,40}$/) route?: string;
}
