import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { AskedInBody } from '../core/http/asked-in-body.js';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { LookDto } from '../core/identity/look.dto.js';
import { AskIdentity } from './ask-identity.use-case.js';
import { DecideIdentity } from './decide-identity.use-case.js';
import { IdentityDecisionDto } from './identity.dto.js';
import { LookAtIdentity } from './look-at-identity.use-case.js';
import { ReadParty } from './read-party.use-case.js';

const Id = (name = 'id') => Param(name, ParseUUIDPipe);

@Controller('api')
export class IdentitiesController {
  constructor(
    private readonly asking: AskIdentity,
    private readonly deciding: DecideIdentity,
    private readonly looking: LookAtIdentity,
    private readonly reading: ReadParty,
  ) {}

  /** Asks the chief to see who sent a report. */
  @Post('reports/:id/identity-requests')
  @Needs('report.identity')
  askOfReport(@By() actor: Actor, @Id() id: string, @Body() body: LookDto) {
    return this.asking.ofReport(actor, id, body.reason);
  }

  /** Asks the chief to see the name of a reporter who is party to a case. */
  @Post('cases/:id/parties/:partyId/identity-requests')
  @Needs('party.read')
  askOfParty(@By() actor: Actor, @Id() id: string, @Id('partyId') partyId: string, @Body() body: LookDto) {
    return this.asking.ofParty(actor, id, partyId, body.reason);
  }

  /** Lets whoever asked see who reported, or says why not. */
  @Post('identity-requests/:id/decision')
  @HttpCode(200)
  @Needs('identity.approve')
  decide(@By() actor: Actor, @Id() id: string, @Body() body: IdentityDecisionDto) {
    return this.deciding.run(actor, id, body);
  }

  /** Shows who reported to whoever asked, while the approval lasts; each look is logged. */
  @Get('identity-requests/:id/identity')
  @Header('cache-control', 'no-store')
  @Needs('report.read')
  look(@By() actor: Actor, @Id() id: string) {
    return this.looking.run(actor, id);
  }

  /** Shows the name of a party to somebody who says why. */
  @Post('cases/:id/parties/:partyId/look')
  @AskedInBody()
  @Needs('party.read')
  readParty(@By() actor: Actor, @Id() id: string, @Id('partyId') partyId: string, @Body() { reason }: LookDto) {
    return this.reading.run(actor, id, partyId, reason);
  }
}
