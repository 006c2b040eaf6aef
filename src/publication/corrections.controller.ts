import { Body, Controller, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { AskedInBody } from '../core/http/asked-in-body.js';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { ApproveCorrection } from './approve-correction.use-case.js';
import { ChangeCorrection } from './change-correction.use-case.js';
import { CorrectionFileView } from './correction-file.view.js';
import { CorrectionListView } from './correction-list.view.js';
import {
  ChangeCorrectionDto,
  CorrectionAddressDto,
  CorrectionListDto,
  DecideWithdrawalDto,
  DraftCorrectionDto,
  PreviewDto,
  ProposeWithdrawalDto,
  PublishDto,
  ReturnDto,
} from './correction.dto.js';
import { DraftCorrection } from './draft-correction.use-case.js';
import { correctionPage } from './pages/correction.page.js';
import { KeepCorrection } from './keep-correction.use-case.js';
import { WithdrawCorrection } from './withdraw-correction.use-case.js';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('api/corrections')
export class CorrectionsController {
  constructor(
    private readonly list: CorrectionListView,
    private readonly file: CorrectionFileView,
    private readonly drafting: DraftCorrection,
    private readonly changing: ChangeCorrection,
    private readonly approving: ApproveCorrection,
    private readonly keeping: KeepCorrection,
    private readonly withdrawing: WithdrawCorrection,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Corrections, newest first. */
  @Get()
  @Needs('correction.read')
  all(@Query() query: CorrectionAddressDto) {
    return this.list.run(query);
  }

  /** Corrections, narrowed by words of theirs too. */
  @Post('search')
  @AskedInBody()
  @Needs('correction.read')
  search(@Body() query: CorrectionListDto) {
    return this.list.run(query);
  }

  /** Drafts a correction from a claim in force. */
  @Post()
  @Needs('correction.draft')
  draft(@By() actor: Actor, @Body() { claimId }: DraftCorrectionDto) {
    return this.drafting.run(actor, claimId);
  }

  /** One correction with every version. */
  @Get(':id')
  @Needs('correction.read')
  one(@By() actor: Actor, @Id() id: string) {
    return this.file.run(actor, id);
  }

  /** Writes a new version of a correction. */
  @Put(':id')
  @Needs('correction.draft')
  change(@By() actor: Actor, @Id() id: string, @Body() body: ChangeCorrectionDto) {
    return this.changing.run(actor, id, body);
  }

  /** The newest version exactly as the public page would show it. */
  @Get(':id/preview')
  @Needs('correction.read')
  @Header('content-type', 'text/html; charset=utf-8')
  async preview(@Id() id: string, @Query() { language = this.config.language }: PreviewDto): Promise<string> {
    const { timeZone, publicUrl } = this.config;
    return correctionPage(await this.file.preview(id), { language, timeZone, publicUrl });
  }

  /** Publishes the content that was read, by its hash. */
  @Post(':id/publish')
  @HttpCode(200)
  @Needs('correction.approve')
  publish(@By() actor: Actor, @Id() id: string, @Body() body: PublishDto) {
    return this.approving.run(actor, id, body);
  }

  /** Sends a draft back to whoever wrote it, with a reason. */
  @Post(':id/return')
  @HttpCode(200)
  @Needs('correction.approve')
  sendBack(@By() actor: Actor, @Id() id: string, @Body() body: ReturnDto) {
    return this.approving.sendBack(actor, id, body);
  }

  /** Lets a correction stand although a case that rested on its claim fell. */
  @Post(':id/keep')
  @HttpCode(200)
  @Needs('correction.approve')
  keep(@By() actor: Actor, @Id() id: string, @Body() body: ReturnDto) {
    return this.keeping.run(actor, id, body);
  }

  /** Proposes to withdraw a correction. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Needs('correction.withdraw')
  propose(@By() actor: Actor, @Id() id: string, @Body() body: ProposeWithdrawalDto) {
    return this.withdrawing.propose(actor, id, body);
  }

  /** Decides on a proposed withdrawal of somebody else. */
  @Post(':id/withdrawal/decision')
  @HttpCode(200)
  @Needs('correction.approve')
  decide(@By() actor: Actor, @Id() id: string, @Body() body: DecideWithdrawalDto) {
    return this.withdrawing.decide(actor, id, body);
  }
}
