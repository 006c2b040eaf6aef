import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Needs } from '../../core/identity/index.js';
import type { Penalty } from '../penalty/compute.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import { lawChoices, type LawChoices } from './law-choices.js';
import { LawPreviewDto } from './law-preview.dto.js';
import { PreviewLaw } from './preview-law.use-case.js';

@Controller('api/penalty-law')
export class PenaltyLawController {
  constructor(private readonly previewing: PreviewLaw) {}

  /** What records and decisions are written from, each choice with its words. */
  @Get()
  @Needs('penalty.read')
  choices(): LawChoices {
    return lawChoices(penaltyLaw);
  }

  /** What the law says today of facts that are being typed; nothing is kept. */
  @Post('previews')
  @HttpCode(200)
  @Needs('penalty.read')
  preview(@Body() body: LawPreviewDto): Promise<Penalty> {
    return this.previewing.run(body);
  }
}
