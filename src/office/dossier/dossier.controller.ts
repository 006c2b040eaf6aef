import { Body, Controller, Param, ParseUUIDPipe, Post, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { CustodyReasonDto } from '../../core/evidence/custody.js';
import { AskedInBody } from '../../core/http/asked-in-body.js';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { ExportDossier } from './export-dossier.use-case.js';

@Controller('api/cases/:id')
export class DossierController {
  constructor(private readonly dossiers: ExportDossier) {}

  /** The whole case as one signed zip that verifies without the office, for whoever says why. */
  @Post('dossier')
  @AskedInBody()
  @Needs('case.export')
  async dossier(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: CustodyReasonDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { name, bytes, zip } = await this.dossiers.run(actor, id, reason);
    response.once('close', () => zip.destroy());
    response.setHeader('content-security-policy', "default-src 'none'; sandbox");
    response.setHeader('cache-control', 'private, no-store');
    return new StreamableFile(zip, { type: 'application/zip', length: bytes, disposition: `attachment; filename="${name}"` });
  }
}
