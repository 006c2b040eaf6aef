import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { PageDto } from '../../core/http/page.dto.js';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { SeenBeforeView } from './seen-before.view.js';

@Controller('api/triage/:id/seen-before')
export class SeenBeforeController {
  constructor(private readonly view: SeenBeforeView) {}

  /** Other posts that show nearly the same picture or text as a post of the queue. */
  @Get()
  @Needs('triage.read')
  list(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() page: PageDto) {
    return this.view.run(actor, id, page);
  }
}
