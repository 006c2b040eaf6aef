import { Body, Controller, Param, ParseUUIDPipe, Post, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { AskedInBody } from '../../core/http/asked-in-body.js';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { CertificateDto } from './certificate.dto.js';
import { CertifyCapture } from './certify-capture.use-case.js';

@Controller('api/captures/:id')
export class CertificateController {
  constructor(private readonly certify: CertifyCapture) {}

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
    response.setHeader('content-security-policy', "default-src 'none'; sandbox");
    response.setHeader('cache-control', 'private, no-store');
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      length: pdf.length,
      disposition: `inline; filename="certificate-${id}-${language}.pdf"`,
    });
  }
}
