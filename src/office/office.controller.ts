import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { RetryDeliveries } from '../core/events/retry-deliveries.use-case.js';
import { AskedInBody } from '../core/http/asked-in-body.js';
import { By, Needs, SignedIn, type Actor } from '../core/identity/index.js';
import { CheckLog } from './check-log.use-case.js';
import { CountsView } from './counts.view.js';
import { LogEntryView } from './log-entry.view.js';
import { LogView } from './log.view.js';
import { LogListDto, RetryDto, SearchDto } from './office.dto.js';
import { PublicFiguresView } from './public-figures.view.js';
import { SearchView } from './search/search.view.js';
import { WorkView } from './my-work/work.view.js';

@Controller('api')
export class OfficeController {
  constructor(
    private readonly work: WorkView,
    private readonly counts: CountsView,
    private readonly search: SearchView,
    private readonly log: LogView,
    private readonly entry: LogEntryView,
    private readonly figures: PublicFiguresView,
    private readonly check: CheckLog,
    private readonly retrying: RetryDeliveries,
  ) {}

  /** Everything that waits for this person. */
  @Get('work')
  @SignedIn()
  mine(@By() actor: Actor) {
    return this.work.run(actor);
  }

  /** Sends work of one kind again that the house gave up; each stands on the log. */
  @Post('deliveries/retries')
  @HttpCode(200)
  @Needs('delivery.retry')
  retry(@By() actor: Actor, @Body() { handler }: RetryDto) {
    return this.retrying.ofHandler(actor, handler);
  }

  /** How much waits for this person, room by room. */
  @Get('counts')
  @SignedIn()
  rail(@By() actor: Actor) {
    return this.counts.run(actor);
  }

  /** Looks for a link, a number, a reference, a hash, a receipt or a phrase. */
  @Post('search')
  @AskedInBody()
  @SignedIn()
  find(@By() actor: Actor, @Body() { q }: SearchDto) {
    return this.search.run(actor, q);
  }

  /** The log, newest first. */
  @Get('log')
  @Needs('log.read')
  read(@By() actor: Actor, @Query() query: LogListDto) {
    return this.log.list(actor, query);
  }

  /** Says how far the chain reaches, and what its last check found. */
  @Get('log/state')
  @Needs('log.read')
  state() {
    return this.log.state();
  }

  /** Checks the whole log against its signed heads. */
  @Get('log/verify')
  @Needs('log.read')
  verify() {
    return this.check.run();
  }

  /** One event of the log: its bytes, its hashes, and by what it is sealed. */
  @Get('log/entries/:id')
  @Needs('log.read')
  one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.entry.run(actor, id);
  }

  /** The public figures month by month, each with the entries that make it. */
  @Get('log/figures')
  @Needs('log.read')
  published() {
    return this.figures.run();
  }
}
