import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { AskedInBody } from '../../core/http/asked-in-body.js';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { LookDto } from '../../core/identity/look.dto.js';
import { PreviewDocument } from './preview-document.use-case.js';
import { RetryPrint } from './retry-print.use-case.js';
import { ReadDocument } from './read-document.use-case.js';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('api')
export class DocumentsController {
  constructor(
    private readonly preview: PreviewDocument,
    private readonly read: ReadDocument,
    private readonly retrying: RetryPrint,
  ) {}

  /** Shows the draft of a violation record as it will be printed, to whoever says why. */
  @Post('violations/:id/document/look')
  @AskedInBody()
  @Needs('party.read')
  async record(@By() actor: Actor, @Id() id: string, @Body() { reason }: LookDto, @Res({ passthrough: true }) response: Response) {
    return pdf(await this.preview.record(actor, id, reason), 'draft', response);
  }

  /** Shows the draft of a decision as it will be printed, to whoever says why. */
  @Post('penalties/:id/document/look')
  @AskedInBody()
  @Needs('party.read')
  async decision(@By() actor: Actor, @Id() id: string, @Body() { reason }: LookDto, @Res({ passthrough: true }) response: Response) {
    return pdf(await this.preview.decision(actor, id, reason), 'draft', response);
  }

  /** Orders the print of a record once more that the house gave up. */
  @Post('violations/:id/document/retry')
  @HttpCode(200)
  @Needs('violation.draw')
  retryRecord(@By() actor: Actor, @Id() id: string) {
    return this.retrying.record(actor, id);
  }

  /** Orders the print of a decision once more that the house gave up. */
  @Post('penalties/:id/document/retry')
  @HttpCode(200)
  @Needs('penalty.serve')
  retryDecision(@By() actor: Actor, @Id() id: string) {
    return this.retrying.decision(actor, id);
  }

  /** Shows what was printed, byte for byte, to whoever says why. */
  @Post('documents/:id/look')
  @AskedInBody()
  @Needs('document.read')
  async printed(
    @By() actor: Actor,
    @Id() id: string,
    @Body() { reason }: LookDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { document, item, bytes } = await this.read.run(actor, id, reason);
    closed(response);
    const name = `${document.form.replace('Đ', 'D')}-${id}.pdf`;
    return new StreamableFile(bytes, { type: item.mediaType, length: item.bytes, disposition: `inline; filename="${name}"` });
  }
}

/** Nothing runs in it, and nobody keeps it. */
function closed(response: Response): void {
  response.setHeader('content-security-policy', "default-src 'none'; sandbox");
  response.setHeader('cache-control', 'private, no-store');
}
function pdf(bytes: Buffer, name: string, response: Response): StreamableFile {
  closed(response);
  return new StreamableFile(bytes, { type: 'application/pdf', length: bytes.length, disposition: `inline; filename="${name}.pdf"` });
}
