import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { PageDto } from '../../core/http/page.dto.js';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { AskTrial } from './ask-trial.use-case.js';
import { DecideTrial } from './decide-trial.use-case.js';
import { MatchingStandsView } from './matching-stands.view.js';
import { TrialChangesDto, TrialDto } from './trial.dto.js';
import { TrialsView } from './trials.view.js';

@Controller('api/matching')
export class TrialsController {
  constructor(
    private readonly stands: MatchingStandsView,
    private readonly view: TrialsView,
    private readonly ask: AskTrial,
    private readonly decide: DecideTrial,
  ) {}

  /** By which thresholds and model posts are matched now, and how right that was. */
  @Get()
  @Needs('matching.read')
  now() {
    return this.stands.run();
  }

  /** Trials of other thresholds or models, the newest first. */
  @Get('trials')
  @Needs('matching.read')
  list(@Query() page: PageDto) {
    return this.view.list(page);
  }

  /** One trial with its outcome. */
  @Get('trials/:id')
  @Needs('matching.read')
  one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.view.one(actor, id);
  }

  /** What would come out otherwise, post by post. */
  @Get('trials/:id/changes')
  @Needs('matching.read')
  changes(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: TrialChangesDto) {
    return this.view.changes(actor, id, query);
  }

  /** Tries other thresholds, or another model, on all that people decided. */
  @Post('trials')
  @Needs('matching.try')
  begin(@By() actor: Actor, @Body() input: TrialDto) {
    return this.ask.run(actor, input);
  }

  /** Puts what somebody else tried in force. */
  @Post('trials/:id/approve')
  @HttpCode(204)
  @Needs('matching.approve')
  approve(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.decide.approve(actor, id);
  }

  /** Leaves the rules as they are. */
  @Post('trials/:id/decline')
  @HttpCode(204)
  @Needs('matching.approve')
  decline(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.decide.decline(actor, id);
  }

  /** Lets a trial that failed go on where it stood. */
  @Post('trials/:id/resume')
  @HttpCode(204)
  @Needs('matching.try')
  resume(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.decide.goOn(actor, id);
  }

  /** Stops a trial, or takes one back that waits for somebody else. */
  @Post('trials/:id/stop')
  @HttpCode(204)
  @Needs('matching.try')
  stop(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.decide.stop(actor, id);
  }
}
