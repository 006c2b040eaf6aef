import { Controller, Get, Query } from '@nestjs/common';
import { Needs } from '../../core/identity/index.js';
import { ClaimPrecisionView } from './claim-precision.view.js';
import { ClaimPrecisionDto, DriftDto } from './drift.dto.js';
import { DriftView } from './drift.view.js';

@Controller('api/matching')
export class DriftController {
  constructor(
    private readonly view: DriftView,
    private readonly claims: ClaimPrecisionView,
  ) {}

  /** What posts were like over time, and what the matcher made of them. */
  @Get('drift')
  @Needs('matching.read')
  drift(@Query() { by }: DriftDto) {
    return this.view.run(by ?? 'week');
  }

  /** How right suggestions are, claim by claim, where there are decisions enough. */
  @Get('claims')
  @Needs('matching.read')
  byClaim(@Query() query: ClaimPrecisionDto) {
    return this.claims.run(query);
  }
}
