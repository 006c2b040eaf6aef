import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { ClaimSpreadView } from './claim-spread.view.js';
import { ClaimPostsDto, SpreadDto } from './spread.dto.js';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('api/claims/:id')
export class ClaimSpreadController {
  constructor(private readonly view: ClaimSpreadView) {}

  /** Posts that a claim matches as they read now, the most alike first. */
  @Get('posts')
  @Needs('triage.read')
  posts(@By() actor: Actor, @Id() id: string, @Query() query: ClaimPostsDto) {
    return this.view.posts(actor, id, query);
  }

  /** The same posts by day or week: what they do with the claim, and how they were judged. */
  @Get('spread')
  @Needs('triage.read')
  spread(@By() actor: Actor, @Id() id: string, @Query() { by }: SpreadDto) {
    return this.view.spread(actor, id, by ?? 'day');
  }
}
