import {
  Body,
  Controller,
  Get,
  Headers,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Res,
  StreamableFile,
  UploadedFile,
  UseGuards,
} from '@nestjs/common';
import type { Response } from 'express';
import { CONFIG, type Config } from '../../core/config.js';
import { CustodyReasonDto } from '../../core/evidence/custody.js';
import { fileTable } from '../../core/files/file-table.js';
import type { Label } from '../../core/glossary/glossary.js';
import { AskedInBody } from '../../core/http/asked-in-body.js';
import { TakesStream, type StreamedUpload } from '../../core/http/takes-stream.js';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { Problem } from '../../core/problem/problem.js';
import { AddFile } from './add-file.use-case.js';
import { FileDto } from './file.dto.js';
import { LetInGuard } from './let-in.guard.js';
import { ReadFile } from './read-file.use-case.js';

const Id = (name = 'id') => Param(name, ParseUUIDPipe);

/** Which files are taken, and how long one may be. */
export interface FileKinds {
  bytes: number;
  kinds: { kind: string; label: Label; types: string[] }[];
}

@Controller('api')
export class FilesController {
  constructor(
    private readonly adding: AddFile,
    private readonly reading: ReadFile,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Which files may be brought into a case, and how long one may be. */
  @Get('file-kinds')
  @Needs('case.file')
  kinds(): FileKinds {
    const kinds = Object.entries(fileTable.kinds).map(([kind, { label, types }]) => ({ kind, label, types }));
    return { bytes: this.config.limits.fileBytes, kinds };
  }

  /** Seals a file that somebody brought as an exhibit; sent again with its key it is one. */
  @Post('cases/:id/files')
  @Needs('case.file')
  @UseGuards(LetInGuard)
  @TakesStream('file', 'A picture, a film, a voice message, a PDF or an exported chat')
  async add(
    @By() actor: Actor,
    @Id() id: string,
    @Body() { why, origin }: FileDto,
    @Res({ passthrough: true }) response: Response,
    @UploadedFile() file?: StreamedUpload,
    @Headers('idempotency-key') key?: string,
  ) {
    if (!file?.staged) throw new Problem('unknown-file');
    return this.adding.run(actor, id, { staged: file.staged, name: file.originalname, why, origin, key, gone: () => response.closed });
  }

  /** The file as it came, for a reason, to whoever may read names or brought it. */
  @Post('cases/:id/files/:exhibitId/original')
  @AskedInBody()
  @Needs('document.read')
  async original(
    @By() actor: Actor,
    @Id() id: string,
    @Id('exhibitId') exhibitId: string,
    @Body() { reason }: CustodyReasonDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { item, name, bytes } = await this.reading.original(actor, id, exhibitId, reason);
    keepShut(response);
    const disposition = `attachment; filename="${exhibitId}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;
    return new StreamableFile(bytes, { type: item.mediaType, length: item.bytes, disposition });
  }

  /** A small picture of it, blurred and without metadata, for the same people. */
  @Get('cases/:id/files/:exhibitId/still')
  @Needs('case.read')
  async still(
    @By() actor: Actor,
    @Id() id: string,
    @Id('exhibitId') exhibitId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const still = await this.reading.still(actor, id, exhibitId);
    keepShut(response);
    return new StreamableFile(still, { type: 'image/jpeg', length: still.length, disposition: 'inline' });
  }
}

function keepShut(response: Response): void {
  response.setHeader('content-security-policy', "default-src 'none'; sandbox");
  response.setHeader('cache-control', 'private, no-store');
}
