import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { StopSweep } from './stop-sweep.use-case.js';
import { StopSweepDto, SweepListDto } from './sweep.dto.js';
import { SweepsView } from './sweeps.view.js';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('api/sweeps')
export class SweepsController {
  constructor(
    private readonly view: SweepsView,
    private readonly stopping: StopSweep,
  ) {}

  /** Changed claims set beside past posts, the last one that began first. */
  @Get()
  @Needs('claim.read')
  list(@By() actor: Actor, @Query() query: SweepListDto) {
    return this.view.list(actor, query);
  }

  /** One sweep, and how far it is. */
  @Get(':id')
  @Needs('claim.read')
  one(@By() actor: Actor, @Id() id: string) {
    return this.view.one(actor, id);
  }

  /** Stops a sweep, for a reason. What it found stays. */
  @Post(':id/stop')
  @HttpCode(204)
  @Needs('claim.sweep')
  stop(@By() actor: Actor, @Id() id: string, @Body() { reason }: StopSweepDto) {
    return this.stopping.run(actor, id, reason.trim());
  }

  /** Lets a sweep that was stopped or failed go on where it stood. */
  @Post(':id/resume')
  @HttpCode(204)
  @Needs('claim.sweep')
  resume(@By() actor: Actor, @Id() id: string) {
    return this.stopping.goOn(actor, id);
  }
}
