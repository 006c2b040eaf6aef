import { Controller, Get, Param, ParseUUIDPipe, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { ReadSubmission } from './read-submission.use-case.js';

@Controller('api/submissions')
export class SubmissionsController {
  constructor(private readonly read: ReadSubmission) {}

  /** A picture that was sent in is shown, and nothing in it runs. */
  @Get(':addressId/picture')
  @Needs('evidence.read')
  async picture(
    @By() actor: Actor,
    @Param('addressId', ParseUUIDPipe) addressId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { mediaType, length, bytes } = await this.read.run(actor, addressId);
    response.setHeader('content-security-policy', "default-src 'none'; sandbox");
    response.setHeader('cache-control', 'private, no-store');
    return new StreamableFile(bytes, { type: mediaType, length, disposition: 'inline' });
  }
}
