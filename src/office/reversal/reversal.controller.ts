import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { ApproveReversal } from './approve-reversal.use-case.js';
import { ApprovalsDto } from './reversal.dto.js';
import { ReversalView } from './reversal.view.js';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('api/cases')
export class ReversalController {
  constructor(
    private readonly view: ReversalView,
    private readonly approving: ApproveReversal,
  ) {}

  /** What hangs on a case: what a fall would do, or how far it is undone. */
  @Get(':id/reversal')
  @Needs('case.read')
  of(@By() actor: Actor, @Id() id: string) {
    return this.view.run(actor, id);
  }

  /** Approves what waits, each draft by its hash and by the right that it asks for. */
  @Post(':id/reversal/approvals')
  @HttpCode(200)
  @Needs('reversal.approve')
  approve(@By() actor: Actor, @Id() id: string, @Body() body: ApprovalsDto) {
    return this.approving.run(actor, id, body.approvals);
  }
}
