import { Body, Controller, Headers, Param, ParseUUIDPipe, Post, Res, StreamableFile, UploadedFile } from '@nestjs/common';
import type { Response } from 'express';
import { AskedInBody } from '../core/http/asked-in-body.js';
import type { Upload } from '../core/http/takes-file.js';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { LookDto } from '../core/identity/look.dto.js';
import { AddPaper } from './add-paper.use-case.js';
import { PaperDto } from './case.dto.js';
import { readPaper, TakesPaper } from './paper.adapter.js';
import { ReadPaper } from './read-paper.use-case.js';

const Id = (name = 'id') => Param(name, ParseUUIDPipe);

@Controller('api/cases')
export class PapersController {
  constructor(
    private readonly adding: AddPaper,
    private readonly reading: ReadPaper,
  ) {}

  /** Seals a scanned paper and attaches it as an exhibit; sent again with its key it is one. */
  @Post(':id/papers')
  @Needs('case.paper')
  @TakesPaper()
  async add(
    @By() actor: Actor,
    @Id() id: string,
    @Body() { why }: PaperDto,
    @UploadedFile() file?: Upload,
    @Headers('idempotency-key') key?: string,
  ) {
    return this.adding.run(actor, id, { scan: await readPaper(file), why, key });
  }

  /** A scanned paper, for whoever may read names or added it; nothing in it runs. */
  @Post(':id/papers/:exhibitId/look')
  @AskedInBody()
  @Needs('document.read')
  async read(
    @By() actor: Actor,
    @Id() id: string,
    @Id('exhibitId') exhibitId: string,
    @Body() { reason }: LookDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { item, bytes } = await this.reading.run(actor, id, exhibitId, reason);
    response.setHeader('content-security-policy', "default-src 'none'; sandbox");
    response.setHeader('cache-control', 'private, no-store');
    const [, suffix] = item.mediaType.split('/');
    const disposition = `${suffix === 'pdf' ? 'attachment' : 'inline'}; filename="${exhibitId}.${suffix}"`;
    return new StreamableFile(bytes, { type: item.mediaType, length: item.bytes, disposition });
  }
}
