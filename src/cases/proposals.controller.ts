import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { DeclineDto } from './case.dto.js';
import { DeclineProposal } from './decline-proposal.use-case.js';

@Controller('api/case-proposals/:postId/decline')
export class ProposalsController {
  constructor(private readonly declining: DeclineProposal) {}

  /** Says why no case is opened from a post that was judged false. */
  @Post()
  @HttpCode(200)
  @Needs('case.work')
  decline(@By() actor: Actor, @Param('postId', ParseUUIDPipe) postId: string, @Body() body: DeclineDto) {
    return this.declining.run(actor, postId, body);
  }

  /** Takes one's own answer back within seconds. */
  @Delete()
  @HttpCode(204)
  @Needs('case.work')
  undo(@By() actor: Actor, @Param('postId', ParseUUIDPipe) postId: string) {
    return this.declining.undo(actor, postId);
  }
}
