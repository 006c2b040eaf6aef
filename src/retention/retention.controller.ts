import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { PageDto } from '../core/http/page.dto.js';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { BatchesView } from './batches.view.js';
import { DecideBatch } from './decide-batch.use-case.js';
import { KeepItem } from './keep-item.use-case.js';
import { BatchDecisionDto, BatchListDto, SubmissionDto } from './retention.dto.js';
import { SubmitBatch } from './submit-batch.use-case.js';

const Id = (name = 'id') => Param(name, ParseUUIDPipe);

@Controller('api/retention')
export class RetentionController {
  constructor(
    private readonly view: BatchesView,
    private readonly keeping: KeepItem,
    private readonly submitting: SubmitBatch,
    private readonly deciding: DecideBatch,
  ) {}

  /** Lists of what is due to be purged, the newest first. */
  @Get()
  @Needs('retention.read')
  all(@By() actor: Actor, @Query() query: BatchListDto) {
    return this.view.list(actor, query);
  }

  /** One list of what is due to be purged. */
  @Get(':id')
  @Needs('retention.read')
  one(@By() actor: Actor, @Id() id: string) {
    return this.view.one(actor, id);
  }

  /** What stands on a list, longest due first: since when, and what became of it. */
  @Get(':id/items')
  @Needs('retention.read')
  items(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.view.items(actor, id, page);
  }

  /** Takes one thing out of a list, for a reason. */
  @Post(':id/items/:itemId/keep')
  @HttpCode(200)
  @Needs('retention.submit')
  keep(@By() actor: Actor, @Id() id: string, @Id('itemId') itemId: string, @Body() body: SubmissionDto) {
    return this.keeping.run(actor, id, itemId, body);
  }

  /** Asks that what stands on a list goes. */
  @Post(':id/submission')
  @HttpCode(200)
  @Needs('retention.submit')
  submit(@By() actor: Actor, @Id() id: string, @Body() body: SubmissionDto) {
    return this.submitting.run(actor, id, body);
  }

  /** Lets what somebody else submitted go, or keeps all of it. */
  @Post(':id/decision')
  @HttpCode(200)
  @Needs('retention.approve')
  decide(@By() actor: Actor, @Id() id: string, @Body() body: BatchDecisionDto) {
    return this.deciding.run(actor, id, body);
  }
}
