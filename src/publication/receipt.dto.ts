import { IsString, MaxLength } from 'class-validator';

export class ReceiptCodeDto {
  @IsString() @MaxLength(64) code: string;
}
