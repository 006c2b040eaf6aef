import { Body, Controller, Param, ParseUUIDPipe, Post, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { CustodyReasonDto } from '../../core/evidence/custody.js';
import { AskedInBody } from '../../core/http/asked-in-body.js';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { CertificateDto } from './certificate.dto.js';
import { CertifyCapture } from './certify-capture.use-case.js';
import { downloadName, typeOf } from '../engine/index.js';
import { TakePackage } from './take-package.use-case.js';
import { TakePart } from './take-part.use-case.js';

@Controller('api/captures/:id')
export class CertificateController {
  constructor(
    private readonly certify: CertifyCapture,
    private readonly take: TakePackage,
    private readonly takeOne: TakePart,
  ) {}

  /** The whole package, for whoever says why. */
  @Post('package')
  @AskedInBody()
  @Needs('evidence.read')
  async package(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: CustodyReasonDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { item, bytes } = await this.take.run(actor, id, reason);
    closed(response);
    return new StreamableFile(bytes, { type: item.mediaType, length: item.bytes, disposition: `attachment; filename="${id}.wacz"` });
  }

  /** One part of a capture as a download, for whoever says why. */
  @Post('parts/:name')
  @AskedInBody()
  @Needs('evidence.read')
  async part(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('name') name: string,
    @Body() { reason }: CustodyReasonDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { part, bytes } = await this.takeOne.run(actor, id, name, reason);
    const { mediaType, suffix } = typeOf(part.mediaType);
    closed(response);
    const disposition = `attachment; filename="${downloadName(id, part.name, suffix)}"`;
    return new StreamableFile(bytes, { type: mediaType, length: part.bytes, disposition });
  }

  /** What was captured, when and by what means, with every hash, as PDF, for whoever says why. */
  @Post('certificate')
  @AskedInBody()
  @Needs('evidence.read')
  async certificate(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { language, reason }: CertificateDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const pdf = await this.certify.run(actor, id, language, reason);
    closed(response);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      length: pdf.length,
      disposition: `inline; filename="certificate-${id}-${language}.pdf"`,
    });
  }
}

/** Nothing runs in it, and nobody keeps it on the way. */
function closed(response: Response): void {
  response.setHeader('content-security-policy', "default-src 'none'; sandbox");
  response.setHeader('cache-control', 'private, no-store');
}
