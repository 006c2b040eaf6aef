import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { By, Needs, StepUp, type Actor } from '../../core/identity/index.js';
import { ReturnPenaltyDto } from '../penalties/penalty.dto.js';
import { OfContentDto, ReasonDto } from '../penalties/violation.dto.js';
import { AnswerComplaint } from './answer-complaint.use-case.js';
import { AcceptComplaintDto, AnswerComplaintDto, ComplaintDto, WithdrawComplaintDto } from './complaint.dto.js';
import { RecordComplaint } from './record-complaint.use-case.js';
import { StepComplaint } from './step-complaint.use-case.js';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('api')
export class ComplaintsController {
  constructor(
    private readonly recording: RecordComplaint,
    private readonly stepping: StepComplaint,
    private readonly answering: AnswerComplaint,
  ) {}

  /** Records a complaint about a decision that was issued, in time or not. */
  @Post('penalties/:id/complaints')
  @Needs('complaint.record')
  record(@By() actor: Actor, @Id() id: string, @Body() body: ComplaintDto) {
    return this.recording.run(actor, id, body);
  }

  /** Accepts a complaint; the time to answer runs from today. */
  @Post('complaints/:id/accept')
  @HttpCode(200)
  @Needs('penalty.draft')
  accept(@By() actor: Actor, @Id() id: string, @Body() body: AcceptComplaintDto) {
    return this.stepping.accept(actor, id, body);
  }

  /** Writes why a complaint is not accepted, or writes it anew; somebody else approves it. */
  @Post('complaints/:id/refuse')
  @HttpCode(200)
  @Needs('penalty.draft')
  refuse(@By() actor: Actor, @Id() id: string, @Body() body: ReasonDto) {
    return this.answering.refuse(actor, id, body);
  }

  /** Records that whoever complained took it back. */
  @Post('complaints/:id/withdraw')
  @HttpCode(200)
  @Needs('complaint.record')
  withdraw(@By() actor: Actor, @Id() id: string, @Body() body: WithdrawComplaintDto) {
    return this.stepping.withdraw(actor, id, body);
  }

  /** Writes the answer to a complaint that was accepted, or writes it anew. */
  @Put('complaints/:id/answer')
  @Needs('penalty.draft')
  answer(@By() actor: Actor, @Id() id: string, @Body() body: AnswerComplaintDto) {
    return this.answering.draft(actor, id, body);
  }

  /** Approves the refusal or the answer that was read, by its hash. */
  @Post('complaints/:id/approve')
  @HttpCode(200)
  @Needs('penalty.sign')
  @StepUp()
  approve(@By() actor: Actor, @Id() id: string, @Body() body: OfContentDto) {
    return this.answering.approve(actor, id, body);
  }

  /** Sends an answer to a complaint, or the refusal of one, back instead of approving it. */
  @Post('complaints/:id/return')
  @HttpCode(200)
  @Needs('penalty.sign')
  sendBack(@By() actor: Actor, @Id() id: string, @Body() body: ReturnPenaltyDto) {
    return this.answering.sendBack(actor, id, body);
  }
}
