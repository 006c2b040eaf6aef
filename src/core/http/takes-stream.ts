import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Readable } from 'node:stream';
import type { Staged } from '../evidence/stage.js';
import type { EvidenceStore } from '../evidence/store.js';
import type { OfficeRequest } from '../identity/index.js';
import { TAKES_FILE, type FileField } from './takes-file.js';

/** A request whose file a guard has let in: where it is laid down, and how long it may be. */
export type LetIn = OfficeRequest & { letIn?: { store: EvidenceStore; most: number } };
/** A file that lies on the disk: whoever takes it removes it, or keeps it. */
export interface StreamedUpload {
  originalname: string;
  staged?: Staged;
}
interface Part {
  stream: Readable;
}
type Done = (error: unknown, info?: Partial<StreamedUpload>) => void;

const storage = {
  _handleFile({ letIn }: LetIn, { stream }: Part, done: Done): void {
    if (letIn) return void letIn.store.stage(stream, letIn.most).then((staged) => done(null, { staged }), done);
    stream.resume();
    done(null, {});
  },
  _removeFile(_: LetIn, { staged }: StreamedUpload, done: (error: unknown) => void): void {
    void (staged?.remove() ?? Promise.resolve()).then(() => done(null), done);
  },
};
const limits = { files: 1, fields: 20, fieldSize: 65_536, parts: 30, headerPairs: 100 };
const options = { storage, limits, defParamCharset: 'utf8' };

/** A multipart body whose one file goes to the disk as it comes, never into memory; a guard must let it in first. */
export const TakesStream = (field: string, description: string) =>
  applyDecorators(
    UseInterceptors(FileInterceptor(field, options as never)),
    SetMetadata(TAKES_FILE, { field, description } satisfies FileField),
  );
