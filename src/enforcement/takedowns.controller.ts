import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { ApproveTakedown } from './approve-takedown.use-case.js';
import { ChangeTakedown } from './change-takedown.use-case.js';
import { DraftTakedown } from './draft-takedown.use-case.js';
import { ItemBoardView } from './item-board.view.js';
import { NoteBounce } from './note-bounce.use-case.js';
import { OrderLook } from './order-look.use-case.js';
import { PrefillView } from './prefill.view.js';
import { ReadDelivery } from './read-delivery.use-case.js';
import { RecordReply } from './record-reply.use-case.js';
import { SendTakedown } from './send-takedown.use-case.js';
import {
  ApproveDto,
  BounceDto,
  ChangeDto,
  DraftDto,
  ItemListDto,
  PrefillDto,
  ReplyDto,
  ReturnTakedownDto,
  SendDto,
  TakedownListDto,
  WithdrawDto,
} from './takedown.dto.js';
import { TakedownFileView } from './takedown-file.view.js';
import { TakedownListView } from './takedown-list.view.js';
import { WithdrawTakedown } from './withdraw-takedown.use-case.js';

const Id = (name = 'id') => Param(name, ParseUUIDPipe);

@Controller('api/takedowns')
export class TakedownsController {
  constructor(
    private readonly list: TakedownListView,
    private readonly board: ItemBoardView,
    private readonly file: TakedownFileView,
    private readonly prefill: PrefillView,
    private readonly drafting: DraftTakedown,
    private readonly changing: ChangeTakedown,
    private readonly approving: ApproveTakedown,
    private readonly sending: SendTakedown,
    private readonly withdrawing: WithdrawTakedown,
    private readonly bouncing: NoteBounce,
    private readonly replying: RecordReply,
    private readonly looking: OrderLook,
    private readonly reading: ReadDelivery,
  ) {}

  /** Takedown requests, newest first. */
  @Get()
  @Needs('takedown.read')
  all(@By() actor: Actor, @Query() query: TakedownListDto) {
    return this.list.run(actor, query);
  }

  /** All links that were asked for, those due first. */
  @Get('items')
  @Needs('takedown.read')
  items(@By() actor: Actor, @Query() query: ItemListDto) {
    return this.board.run(actor, query);
  }

  /** What can be chosen from before a request is drafted. */
  @Get('prefill')
  @Needs('takedown.draft')
  choices(@By() actor: Actor, @Query() query: PrefillDto) {
    return this.prefill.run(actor, query.caseId);
  }

  /** Drafts a request from a case. */
  @Post()
  @Needs('takedown.draft')
  draft(@By() actor: Actor, @Body() body: DraftDto) {
    return this.drafting.run(actor, body);
  }

  /** One request with its links, deliveries and proofs. */
  @Get(':id')
  @Needs('takedown.read')
  one(@By() actor: Actor, @Id() id: string) {
    return this.file.run(actor, id);
  }

  /** Writes a new version of a request. */
  @Put(':id')
  @Needs('takedown.draft')
  change(@By() actor: Actor, @Id() id: string, @Body() body: ChangeDto) {
    return this.changing.run(actor, id, body);
  }

  /** Exactly what will leave. */
  @Get(':id/preview')
  @Needs('takedown.read')
  preview(@By() actor: Actor, @Id() id: string) {
    return this.file.preview(actor, id);
  }

  /** Approves the content that was read, by its hash. */
  @Post(':id/approve')
  @HttpCode(200)
  @Needs('takedown.approve')
  approve(@By() actor: Actor, @Id() id: string, @Body() body: ApproveDto) {
    return this.approving.run(actor, id, body);
  }

  /** Sends a draft back to whoever wrote it, with a reason. */
  @Post(':id/return')
  @HttpCode(200)
  @Needs('takedown.approve')
  sendBack(@By() actor: Actor, @Id() id: string, @Body() body: ReturnTakedownDto) {
    return this.approving.sendBack(actor, id, body);
  }

  /** Orders an approved request to leave, or notes that a person sent it. */
  @Post(':id/send')
  @HttpCode(200)
  @Needs('takedown.send')
  send(@By() actor: Actor, @Id() id: string, @Body() body: SendDto) {
    return this.sending.run(actor, id, body);
  }

  /** Calls a request back before it leaves. */
  @Delete(':id/send')
  @Needs('takedown.send')
  callBack(@By() actor: Actor, @Id() id: string) {
    return this.sending.callBack(actor, id);
  }

  /** Notes that a request that was sent came back after all; done by a second person. */
  @Post(':id/bounce')
  @HttpCode(200)
  @Needs('takedown.approve')
  bounce(@By() actor: Actor, @Id() id: string, @Body() body: BounceDto) {
    return this.bouncing.run(actor, id, body);
  }

  /** Withdraws a request, or drafts the withdrawal of one that was sent. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Needs('takedown.draft')
  withdraw(@By() actor: Actor, @Id() id: string, @Body() body: WithdrawDto) {
    return this.withdrawing.run(actor, id, body);
  }

  /** Records what the platform answered about a link. */
  @Post(':id/items/:itemId/reply')
  @HttpCode(200)
  @Needs('takedown.send')
  reply(@By() actor: Actor, @Id() id: string, @Id('itemId') itemId: string, @Body() body: ReplyDto) {
    return this.replying.run(actor, id, itemId, body);
  }

  /** Orders a further look at a link. */
  @Post(':id/items/:itemId/look')
  @Needs('takedown.send')
  look(@By() actor: Actor, @Id() id: string, @Id('itemId') itemId: string) {
    return this.looking.run(actor, id, itemId);
  }

  /** What left, to the byte. */
  @Get(':id/deliveries/:deliveryId/raw')
  @Needs('takedown.read')
  async raw(@By() actor: Actor, @Id() id: string, @Id('deliveryId') deliveryId: string): Promise<StreamableFile> {
    const { bytes, mediaType, name } = await this.reading.run(actor, id, deliveryId);
    return new StreamableFile(bytes, { type: mediaType, disposition: `attachment; filename="${name}"` });
  }
}
