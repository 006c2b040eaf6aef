import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { AskedInBody } from '../../core/http/asked-in-body.js';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { LookDto } from '../../core/identity/look.dto.js';
import { ConfirmLaw } from './confirm-law.use-case.js';
import { DraftViolation } from './draft-violation.use-case.js';
import { DrawViolation } from './draw-violation.use-case.js';
import { ExplainViolation } from './explain-violation.use-case.js';
import { ReadPeople } from './read-people.use-case.js';
import { ViolationFileView } from './violation-file.view.js';
import { ViolationListView } from './violation-list.view.js';
import {
  ChangeViolationDto,
  ConfirmLawDto,
  DraftViolationDto,
  ExplanationDto,
  OfContentDto,
  PresenceDto,
  ReasonDto,
  RightDto,
  ViolationListDto,
} from './violation.dto.js';

const Id = (name = 'id') => Param(name, ParseUUIDPipe);

@Controller('api')
export class ViolationsController {
  constructor(
    private readonly list: ViolationListView,
    private readonly file: ViolationFileView,
    private readonly drafting: DraftViolation,
    private readonly drawing: DrawViolation,
    private readonly explaining: ExplainViolation,
    private readonly people: ReadPeople,
    private readonly confirming: ConfirmLaw,
  ) {}

  /** Violation records, newest first. */
  @Get('violations')
  @Needs('violation.read')
  all(@By() actor: Actor, @Query() query: ViolationListDto) {
    return this.list.run(actor, query);
  }

  /** Writes the record of a violation of one accused party of a confirmed case. */
  @Post('violations')
  @Needs('violation.draw')
  draft(@By() actor: Actor, @Body() body: DraftViolationDto) {
    return this.drafting.run(actor, body);
  }

  /** One violation record with signatures, explanations and decisions. */
  @Get('violations/:id')
  @Needs('violation.read')
  one(@By() actor: Actor, @Id() id: string) {
    return this.file.run(actor, id);
  }

  /** Writes a record anew that is not drawn up yet. */
  @Put('violations/:id')
  @Needs('violation.draw')
  change(@By() actor: Actor, @Id() id: string, @Body() body: ChangeViolationDto) {
    return this.drafting.change(actor, id, body);
  }

  /** Notes that somebody present signed, or why they did not. */
  @Post('violations/:id/signatures')
  @Needs('violation.draw')
  present(@By() actor: Actor, @Id() id: string, @Body() body: PresenceDto) {
    return this.drawing.note(actor, id, body);
  }

  /** Draws up the record that was signed, by its hash. */
  @Post('violations/:id/draw')
  @HttpCode(200)
  @Needs('violation.draw')
  draw(@By() actor: Actor, @Id() id: string, @Body() body: OfContentDto) {
    return this.drawing.run(actor, id, body);
  }

  /** Cancels a record on which nothing was decided. */
  @Post('violations/:id/cancel')
  @HttpCode(200)
  @Needs('violation.draw')
  cancel(@By() actor: Actor, @Id() id: string, @Body() body: ReasonDto) {
    return this.drawing.cancel(actor, id, body);
  }

  /** Confirms whether the law gives a right to explain, as it was computed. */
  @Post('violations/:id/explanation-right')
  @HttpCode(200)
  @Needs('penalty.draft')
  right(@By() actor: Actor, @Id() id: string, @Body() body: RightDto) {
    return this.explaining.confirmRight(actor, id, body);
  }

  /** Records an explanation, a hearing, a waiver, or what was asked for. */
  @Post('violations/:id/explanations')
  @Needs('penalty.draft')
  explain(@By() actor: Actor, @Id() id: string, @Body() body: ExplanationDto) {
    return this.explaining.record(actor, id, body);
  }

  /** Shows who the people of a record are; the reason and the look are kept. */
  @Post('violations/:id/people/look')
  @AskedInBody()
  @Needs('party.read')
  look(@By() actor: Actor, @Id() id: string, @Body() { reason }: LookDto) {
    return this.people.run(actor, id, reason);
  }

  /** Confirms, as the office's lawyer, a text of the law that a case rests on. */
  @Post('cases/:caseId/law-confirmations')
  @Needs('penalty.draft')
  confirm(@By() actor: Actor, @Id('caseId') caseId: string, @Body() body: ConfirmLawDto) {
    return this.confirming.run(actor, caseId, body);
  }
}
