import { Body, Controller, Get, Headers, Post, Query, UploadedFile, UseGuards } from '@nestjs/common';
import type { Upload } from '../core/http/takes-file.js';
import { By, Needs, Open, type Actor } from '../core/identity/index.js';
import { ReceiveReport } from './receive-report.use-case.js';
import { ReportDto, ReportListDto } from './report.dto.js';
import { ReportsLimitGuard } from './reports-limit.guard.js';
import { ReportsView } from './reports.view.js';
import { readPicture, TakesPicture } from './upload.adapter.js';

@Controller('api')
export class ReportsController {
  constructor(
    private readonly receive: ReceiveReport,
    private readonly view: ReportsView,
  ) {}

  /** Takes the report of a citizen and gives its receipt. */
  @Post('reports')
  @Open()
  @UseGuards(ReportsLimitGuard)
  @TakesPicture()
  async report(@Body() report: ReportDto, @UploadedFile() file?: Upload, @Headers('idempotency-key') submissionKey?: string) {
    return this.receive.run({ ...report, picture: await readPicture(file), submissionKey });
  }

  /** An operator enters what a caller says. */
  @Post('phone-reports')
  @Needs('report.enter')
  @TakesPicture()
  async enter(
    @By() actor: Actor,
    @Body() report: ReportDto,
    @UploadedFile() file?: Upload,
    @Headers('idempotency-key') submissionKey?: string,
  ) {
    return this.receive.run({ ...report, picture: await readPicture(file), submissionKey }, actor.staffId);
  }

  /** What was reported, newest first. */
  @Get('reports')
  @Needs('report.read')
  list(@By() actor: Actor, @Query() query: ReportListDto) {
    return this.view.list(actor, query);
  }
}
