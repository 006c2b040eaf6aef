import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { AskedInBody } from '../core/http/asked-in-body.js';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { DecideMatch } from './decide-match.use-case.js';
import { JudgePost } from './judge-post.use-case.js';
import { LeaseItem } from './lease-item.use-case.js';
import { NameClaim } from './name-claim.use-case.js';
import { SplitWrongJoin } from './split-wrong-join.use-case.js';
import { DecisionDto, JudgementDto, NameClaimDto, SplitDto, TriageAddressDto, TriageListDto } from './triage.dto.js';
import { TriageItemView } from './triage-item.view.js';
import { TriageListView } from './triage-list.view.js';
import { UndoJudgement } from './undo-judgement.use-case.js';

@Controller('api/triage')
export class TriageController {
  constructor(
    private readonly queue: TriageListView,
    private readonly items: TriageItemView,
    private readonly lease: LeaseItem,
    private readonly deciding: DecideMatch,
    private readonly naming: NameClaim,
    private readonly judging: JudgePost,
    private readonly undoing: UndoJudgement,
    private readonly splitting: SplitWrongJoin,
  ) {}

  /** The queue: the most urgent first, or what was judged, newest first. */
  @Get()
  @Needs('triage.read')
  list(@By() actor: Actor, @Query() query: TriageAddressDto) {
    return this.queue.list(actor, query);
  }

  /** The queue, narrowed by words of a post too. */
  @Post('search')
  @AskedInBody()
  @Needs('triage.read')
  search(@By() actor: Actor, @Body() query: TriageListDto) {
    return this.queue.list(actor, query);
  }

  /** The item under which a post stands in the queue. */
  @Get('of-post/:postId')
  @Needs('triage.read')
  ofPost(@By() actor: Actor, @Param('postId', ParseUUIDPipe) postId: string) {
    return this.items.ofPost(actor, postId);
  }

  /** One post: what it says, the claims it resembles, what may be done. */
  @Get(':id')
  @Needs('triage.read')
  one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.items.one(actor, id);
  }

  /** Takes an item for a while, so that two people do not judge one post. */
  @Post(':id/lease')
  @HttpCode(200)
  @Needs('triage.judge')
  take(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.lease.run(actor, id);
  }

  /** Gives an item back. */
  @Delete(':id/lease')
  @HttpCode(204)
  @Needs('triage.judge')
  giveBack(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.lease.release(actor, id);
  }

  /** Confirms or rejects a match with a claim. */
  @Post(':id/matches/:matchId')
  @HttpCode(200)
  @Needs('triage.judge')
  decide(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('matchId', ParseUUIDPipe) matchId: string,
    @Body() { decision, version }: DecisionDto,
  ) {
    return this.deciding.run(actor, id, matchId, decision, version);
  }

  /** Says which claim in force a post is about, where none was suggested. */
  @Post(':id/claims')
  @HttpCode(200)
  @Needs('triage.judge')
  name(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() input: NameClaimDto) {
    return this.naming.run(actor, id, input);
  }

  /** Records what the post is. */
  @Post(':id/judgement')
  @HttpCode(200)
  @Needs('triage.judge')
  judge(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() input: JudgementDto) {
    return this.judging.run(actor, id, input);
  }

  /** Takes a judgement back while there is time. */
  @Delete(':id/judgement')
  @HttpCode(200)
  @Needs('triage.judge')
  undo(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.undoing.run(actor, id);
  }

  /** Takes a report out of a post that it does not speak of. */
  @Post(':id/split')
  @HttpCode(200)
  @Needs('triage.judge')
  split(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() input: SplitDto) {
    return this.splitting.run(actor, id, input);
  }
}
