import { IsIn } from 'class-validator';
import { CustodyReasonDto } from '../../core/evidence/custody.js';
import { LANGUAGES, type Language } from './certificate-table.js';

export class CertificateDto extends CustodyReasonDto {
  @IsIn(LANGUAGES) language: Language;
}
