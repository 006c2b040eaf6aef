import { IsOptional, IsUUID } from 'class-validator';

export class OrderCaptureDto {
  /** which link of the post; the first when left out */
  @IsOptional() @IsUUID() addressId?: string;
}
