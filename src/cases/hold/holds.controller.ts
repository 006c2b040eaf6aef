import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { PageDto } from '../../core/http/page.dto.js';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { DecideRelease } from './decide-release.use-case.js';
import { HoldDto, ReleaseDecisionDto } from './hold.dto.js';
import { HoldsView } from './holds.view.js';
import { PlaceHold } from './place-hold.use-case.js';
import { ProposeRelease } from './propose-release.use-case.js';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('api')
export class HoldsController {
  constructor(
    private readonly view: HoldsView,
    private readonly placing: PlaceHold,
    private readonly proposing: ProposeRelease,
    private readonly deciding: DecideRelease,
  ) {}

  /** Every case under legal hold, the newest hold first. */
  @Get('holds')
  @Needs('case.read')
  all(@By() actor: Actor, @Query() page: PageDto) {
    return this.view.open(actor, page);
  }

  /** The legal holds of a case, the newest first. */
  @Get('cases/:id/holds')
  @Needs('case.read')
  ofCase(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.view.ofCase(actor, id, page);
  }

  /** Puts a case under legal hold. */
  @Post('cases/:id/holds')
  @Needs('case.hold')
  place(@By() actor: Actor, @Id() id: string, @Body() body: HoldDto) {
    return this.placing.run(actor, id, body);
  }

  /** Proposes that a legal hold ends. */
  @Post('cases/:id/holds/release')
  @Needs('case.hold')
  propose(@By() actor: Actor, @Id() id: string, @Body() body: HoldDto) {
    return this.proposing.run(actor, id, body);
  }

  /** Ends a legal hold whose end somebody else proposed, or leaves it. */
  @Post('cases/:id/holds/release/decision')
  @HttpCode(200)
  @Needs('case.release')
  decide(@By() actor: Actor, @Id() id: string, @Body() body: ReleaseDecisionDto) {
    return this.deciding.run(actor, id, body);
  }
}
