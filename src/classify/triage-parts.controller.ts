import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { PageDto } from '../core/http/page.dto.js';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { TriagePartsView } from './triage-parts.view.js';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('api/triage/:id')
export class TriagePartsController {
  constructor(private readonly parts: TriagePartsView) {}

  /** What happened with a post of the queue, the newest first. */
  @Get('history')
  @Needs('triage.read')
  history(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.parts.history(actor, id, page);
  }

  /** The reports of a post of the queue, those that came to it last first. */
  @Get('reports')
  @Needs('triage.read')
  reports(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.parts.reports(actor, id, page);
  }

  /** The judgements of a post that a later one took the place of, the newest first. */
  @Get('earlier-judgements')
  @Needs('triage.read')
  earlier(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.parts.earlier(actor, id, page);
  }

  /** What others judged of posts that say the same word for word, the newest first. */
  @Get('same-text')
  @Needs('triage.read')
  sameText(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.parts.sameText(actor, id, page);
  }

  /** By what a post of the queue is known: what was sent in, then its links, the oldest first. */
  @Get('addresses')
  @Needs('triage.read')
  addresses(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.parts.addresses(actor, id, page);
  }
}
