import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { AskedInBody } from '../core/http/asked-in-body.js';
import { PageDto } from '../core/http/page.dto.js';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { ApproveClaim } from './approve-claim.use-case.js';
import {
  ClaimAddressDto,
  ClaimDto,
  ClaimListDto,
  DecideRetirementDto,
  ProposeRetirementDto,
  ReturnClaimDto,
  SimilarDto,
} from './claim.dto.js';
import { ClaimView } from './claim.view.js';
import { ClaimsView } from './claims.view.js';
import { DraftClaim } from './draft-claim.use-case.js';
import { SimilarClaimsView } from './similar-claims.view.js';
import { RetireClaim } from './retire-claim.use-case.js';

@Controller('api')
export class ClaimsController {
  constructor(
    private readonly view: ClaimsView,
    private readonly claim: ClaimView,
    private readonly alike: SimilarClaimsView,
    private readonly draft: DraftClaim,
    private readonly approve: ApproveClaim,
    private readonly retire: RetireClaim,
  ) {}

  /** The registry of claims known to be false. */
  @Get('claims')
  @Needs('claim.read')
  list(@Query() query: ClaimAddressDto) {
    return this.view.list(query);
  }

  /** The claims, narrowed by words of theirs too. */
  @Post('claims/search')
  @AskedInBody()
  @Needs('claim.read')
  search(@Body() query: ClaimListDto) {
    return this.view.list(query);
  }

  /** Claims in force that say nearly the same as a text. */
  @Post('claims/similar')
  @AskedInBody()
  @Needs('claim.read')
  similar(@Body() { text }: SimilarDto) {
    return this.alike.list(text);
  }

  /** One claim with every version. */
  @Get('claims/:id')
  @Needs('claim.read')
  one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.claim.one(actor, id);
  }

  /** The versions of a claim, the newest first. */
  @Get('claims/:id/versions')
  @Needs('claim.read')
  versions(@Param('id', ParseUUIDPipe) id: string, @Query() page: PageDto) {
    return this.claim.versions(id, page);
  }

  /** Drafts a claim. */
  @Post('claims')
  @Needs('claim.draft')
  add(@By() actor: Actor, @Body() claim: ClaimDto) {
    return this.draft.run(actor, claim);
  }

  /** Drafts a new version of a claim. */
  @Post('claims/:id/versions')
  @Needs('claim.draft')
  change(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() claim: ClaimDto) {
    return this.draft.run(actor, claim, id);
  }

  /** Approves a version that somebody else wrote. */
  @Post('claim-versions/:id/approve')
  @HttpCode(204)
  @Needs('claim.approve')
  putInForce(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.approve.run(actor, id);
  }

  /** Sends a version back to whoever wrote it, with a reason. */
  @Post('claim-versions/:id/return')
  @HttpCode(204)
  @Needs('claim.approve')
  sendBack(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReturnClaimDto) {
    return this.approve.sendBack(actor, id, body);
  }

  /** Proposes that a claim leaves the registry, for a reason that stays with it. */
  @Post('claims/:id/retirement')
  @HttpCode(204)
  @Needs('claim.draft')
  proposeRetirement(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ProposeRetirementDto) {
    return this.retire.propose(actor, id, body);
  }

  /** Decides on a retirement that somebody else proposed. */
  @Post('claims/:id/retirement/decision')
  @HttpCode(204)
  @Needs('claim.approve')
  decideRetirement(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DecideRetirementDto) {
    return this.retire.decide(actor, id, body);
  }
}
