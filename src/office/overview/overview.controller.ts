import { Controller, Get, Param, Query } from '@nestjs/common';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { ToldListDto, WaitingListDto } from './overview.dto.js';
import { OverviewView } from './overview.view.js';
import { ToldView } from './told.view.js';
import { WaitingListView } from './waiting-list.view.js';

@Controller('api/overview')
export class OverviewController {
  constructor(
    private readonly overview: OverviewView,
    private readonly told: ToldView,
    private readonly waiting: WaitingListView,
  ) {}

  /** What rises, waits, is late and was done in the last days, each with its list. */
  @Get()
  @Needs('overview.read')
  all(@By() actor: Actor) {
    return this.overview.run(actor);
  }

  /** The reports of some days about a topic, a claim or a platform. */
  @Get('reports')
  @Needs('overview.read')
  reports(@By() actor: Actor, @Query() query: ToldListDto) {
    return this.told.list(actor, query);
  }

  /** What waits or is late in one place, the oldest first. */
  @Get('lists/:name')
  @Needs('overview.read')
  list(@By() actor: Actor, @Param('name') name: string, @Query() query: WaitingListDto) {
    return this.waiting.run(actor, name, query);
  }
}
