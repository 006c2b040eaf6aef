import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { DecideMergeDto, MergeIntoDto, ProposeMergeDto, ProposeReinstatementDto, SplitClaimDto } from './merge.dto.js';
import { MergeClaims } from './merge-claims.use-case.js';
import { MergeView } from './merge.view.js';
import { SplitClaim } from './split-claim.use-case.js';

const Id = () => Param('id', ParseUUIDPipe);

/** Claims that are one, and one that is two. */
@Controller('api/claims')
export class MergingController {
  constructor(
    private readonly view: MergeView,
    private readonly merging: MergeClaims,
    private readonly splitting: SplitClaim,
  ) {}

  /** Two claims side by side, and what the one that stays would say. */
  @Get(':id/merge-preview')
  @Needs('claim.read')
  preview(@Id() id: string, @Query() { intoId }: MergeIntoDto) {
    return this.view.preview(id, intoId);
  }

  /** The merge or reinstatement that waits for a second person. */
  @Get(':id/merge')
  @Needs('claim.read')
  proposed(@Id() id: string) {
    return this.view.proposed(id);
  }

  /** Proposes that a claim is the same as another, and becomes part of it. */
  @Post(':id/merge')
  @Needs('claim.draft')
  propose(@By() actor: Actor, @Id() id: string, @Body() body: ProposeMergeDto) {
    return this.merging.propose(actor, id, body);
  }

  /** Proposes that a merged claim is one by itself after all. */
  @Post(':id/reinstatement')
  @Needs('claim.draft')
  reinstate(@By() actor: Actor, @Id() id: string, @Body() body: ProposeReinstatementDto) {
    return this.merging.proposeReinstatement(actor, id, body);
  }

  /** Decides on a merge or reinstatement that somebody else proposed. */
  @Post(':id/merge/decision')
  @HttpCode(204)
  @Needs('claim.approve')
  decide(@By() actor: Actor, @Id() id: string, @Body() body: DecideMergeDto) {
    return this.merging.decide(actor, id, body);
  }

  /** Drafts a claim of some wordings of another, and a version of that one without them. */
  @Post(':id/split')
  @Needs('claim.draft')
  split(@By() actor: Actor, @Id() id: string, @Body() body: SplitClaimDto) {
    return this.splitting.run(actor, id, body);
  }
}
