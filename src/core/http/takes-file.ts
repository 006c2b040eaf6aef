import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';

export interface Upload {
  buffer: Buffer;
  size: number;
}
/** The one file that a form takes: its field, and what may be in it. */
export interface FileField {
  field: string;
  description: string;
}
export const TAKES_FILE = 'takes-file';
// a ceiling of what is read into memory; the limit that the office sets is checked before anything is kept
const CEILING = { fileSize: 10_485_760, files: 1, fields: 20, fieldSize: 262_144, parts: 30, headerPairs: 100 };

/** A form or a multipart body with at most one file; a JSON body passes as it is. */
export const TakesFile = (field: string, description: string) =>
  applyDecorators(
    UseInterceptors(FileInterceptor(field, { limits: CEILING })),
    SetMetadata(TAKES_FILE, { field, description } satisfies FileField),
  );
