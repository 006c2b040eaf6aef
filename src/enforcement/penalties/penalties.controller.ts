import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { By, Needs, StepUp, type Actor } from '../../core/identity/index.js';
import { AnnulPenalty } from './annul-penalty.use-case.js';
import { CollectPenalty } from './collect-penalty.use-case.js';
import { DraftPenalty } from './draft-penalty.use-case.js';
import { NumberPenalty } from './number-penalty.use-case.js';
import { PenaltyFileView } from './penalty-file.view.js';
import { PenaltyListView } from './penalty-list.view.js';
import {
  AnnulDto,
  ChangePenaltyDto,
  DraftPenaltyDto,
  NumberDto,
  PaymentDto,
  PenaltyListDto,
  RefundDto,
  ReturnPenaltyDto,
  ServiceDto,
} from './penalty.dto.js';
import { ServePenalty } from './serve-penalty.use-case.js';
import { SignPenalty } from './sign-penalty.use-case.js';
import { OfContentDto, ReasonDto } from './violation.dto.js';
import { VoidSignature } from './void-signature.use-case.js';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('api/penalties')
export class PenaltiesController {
  constructor(
    private readonly list: PenaltyListView,
    private readonly file: PenaltyFileView,
    private readonly drafting: DraftPenalty,
    private readonly signing: SignPenalty,
    private readonly voiding: VoidSignature,
    private readonly numbering: NumberPenalty,
    private readonly serving: ServePenalty,
    private readonly collecting: CollectPenalty,
    private readonly annulling: AnnulPenalty,
  ) {}

  /** Decisions and annulments, newest first unless another order is asked for. */
  @Get()
  @Needs('penalty.read')
  all(@By() actor: Actor, @Query() query: PenaltyListDto) {
    return this.list.run(actor, query);
  }

  /** Drafts what is decided on a violation record; every figure is computed. */
  @Post()
  @Needs('penalty.draft')
  draft(@By() actor: Actor, @Body() body: DraftPenaltyDto) {
    return this.drafting.run(actor, body);
  }

  /** One decision with its sum, signature, service and payments, and what stands against it. */
  @Get(':id')
  @Needs('penalty.read')
  one(@By() actor: Actor, @Id() id: string) {
    return this.file.run(actor, id);
  }

  /** Writes a decision anew that bears no number; a signature on it is void. */
  @Put(':id')
  @Needs('penalty.draft')
  change(@By() actor: Actor, @Id() id: string, @Body() body: ChangePenaltyDto) {
    return this.drafting.change(actor, id, body);
  }

  /** Gives up a draft. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Needs('penalty.draft')
  cancel(@By() actor: Actor, @Id() id: string, @Body() body: ReasonDto) {
    return this.drafting.cancel(actor, id, body);
  }

  /** Signs the content that was read, by its hash. */
  @Post(':id/sign')
  @HttpCode(200)
  @Needs('penalty.sign')
  @StepUp()
  sign(@By() actor: Actor, @Id() id: string, @Body() body: OfContentDto) {
    return this.signing.run(actor, id, body);
  }

  /** Sends a draft back to whoever wrote it instead of signing it, with a reason. */
  @Post(':id/return')
  @HttpCode(200)
  @Needs('penalty.sign')
  sendBack(@By() actor: Actor, @Id() id: string, @Body() body: ReturnPenaltyDto) {
    return this.signing.sendBack(actor, id, body);
  }

  /** Takes a signature away without changing a word, so that it is signed anew. */
  @Post(':id/void')
  @HttpCode(200)
  @Needs('penalty.void')
  void(@By() actor: Actor, @Id() id: string, @Body() body: ReasonDto) {
    return this.voiding.byHand(actor, id, body);
  }

  /** Gives what was signed its official number, and so issues it. */
  @Post(':id/number')
  @HttpCode(200)
  @Needs('penalty.serve')
  number(@By() actor: Actor, @Id() id: string, @Body() body: NumberDto) {
    return this.numbering.run(actor, id, body);
  }

  /** Records that a decision was handed over, or could not be. */
  @Post(':id/services')
  @HttpCode(200)
  @Needs('penalty.serve')
  serve(@By() actor: Actor, @Id() id: string, @Body() body: ServiceDto) {
    return this.serving.run(actor, id, body);
  }

  /** Records a payment, in part or in full. */
  @Post(':id/payments')
  @HttpCode(200)
  @Needs('penalty.collect')
  pay(@By() actor: Actor, @Id() id: string, @Body() body: PaymentDto) {
    return this.collecting.pay(actor, id, body);
  }

  /** Records that all that came in was given back after an annulment. */
  @Post(':id/refund')
  @HttpCode(200)
  @Needs('penalty.collect')
  refund(@By() actor: Actor, @Id() id: string, @Body() body: RefundDto) {
    return this.collecting.refund(actor, id, body);
  }

  /** Drafts the annulment of a decision that was signed. */
  @Post(':id/annulment')
  @Needs('penalty.draft')
  annul(@By() actor: Actor, @Id() id: string, @Body() body: AnnulDto) {
    return this.annulling.run(actor, id, body);
  }

  /** Writes the reason of an annulment anew. */
  @Put(':id/annulment')
  @Needs('penalty.draft')
  reword(@By() actor: Actor, @Id() id: string, @Body() body: ReasonDto) {
    return this.annulling.change(actor, id, body);
  }
}
