import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { CaptureSource } from './capture-source.use-case.js';
import { CaptureSourceDto } from './source.dto.js';
import { SourcesView } from './sources.view.js';

@Controller('api/claims/:id/sources')
export class SourcesController {
  constructor(
    private readonly view: SourcesView,
    private readonly capture: CaptureSource,
  ) {}

  /** The sources of a claim, and what was kept of each. */
  @Get()
  @Needs('claim.read')
  sources(@Param('id', ParseUUIDPipe) id: string) {
    return this.view.of(id);
  }

  /** Orders a capture of a source of a claim. */
  @Post('captures')
  @Needs('capture.order')
  again(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { url }: CaptureSourceDto) {
    return this.capture.byHand(actor, id, url);
  }
}
