import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { PageDto } from '../core/http/page.dto.js';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { CaseAddressesView } from './case-addresses.view.js';
import { CaseEntriesView } from './case-entries.view.js';
import { CaseHistoryView } from './case-history.view.js';
import { FreeCapturesView } from './free-captures.view.js';
import { CasePartsView } from './case-parts.view.js';
import { ColleaguesView } from './colleagues.view.js';

const Id = (name = 'id') => Param(name, ParseUUIDPipe);

@Controller('api/cases/:id')
export class CasePartsController {
  constructor(
    private readonly parts: CasePartsView,
    private readonly entries: CaseEntriesView,
    private readonly happened: CaseHistoryView,
    private readonly colleagues: ColleaguesView,
    private readonly free: FreeCapturesView,
    private readonly addresses: CaseAddressesView,
  ) {}

  /** The posts of a case, in the order in which they came. */
  @Get('posts')
  @Needs('case.read')
  posts(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.parts.posts(actor, id, page);
  }

  /** By what a post of a case is known, in the order in which that came. */
  @Get('posts/:postId/addresses')
  @Needs('case.read')
  addressesOf(@By() actor: Actor, @Id() id: string, @Id('postId') postId: string, @Query() page: PageDto) {
    return this.addresses.run(actor, id, postId, page);
  }

  /** The exhibits of a case, in the order in which they came. */
  @Get('exhibits')
  @Needs('case.read')
  exhibits(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.parts.exhibits(actor, id, page);
  }

  /** Captures of a case's posts that are no exhibits of it yet, the newest first. */
  @Get('captures')
  @Needs('case.read')
  captures(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.free.run(actor, id, page);
  }

  /** Who looked at an exhibit of a case, the latest first. */
  @Get('exhibits/:exhibitId/custody')
  @Needs('case.read')
  custody(@By() actor: Actor, @Id() id: string, @Id('exhibitId') exhibitId: string, @Query() page: PageDto) {
    return this.parts.custody(actor, id, exhibitId, page);
  }

  /** The people of a case, their names masked, in the order in which they came. */
  @Get('parties')
  @Needs('case.read')
  parties(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.entries.parties(actor, id, page);
  }

  /** The notes of a case, the newest first. */
  @Get('notes')
  @Needs('case.read')
  notes(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.entries.notes(actor, id, page);
  }

  /** The deadlines of a case: the open ones, then those that were met. */
  @Get('deadlines')
  @Needs('case.read')
  deadlines(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.entries.deadlines(actor, id, page);
  }

  /** What was proposed and decided of a case that falls, newest first. */
  @Get('falls')
  @Needs('case.read')
  falls(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.entries.falls(actor, id, page);
  }

  /** To whom a case can be given, by name. */
  @Get('assignable')
  @Needs('case.read')
  assignable(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.colleagues.run(actor, id, page);
  }

  /** Everybody of the office, by name, to say whom of them a case concerns. */
  @Get('staff')
  @Needs('case.work')
  staff(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.colleagues.everybody(actor, id, page);
  }

  /** What happened with a case, the latest first. */
  @Get('history')
  @Needs('case.read')
  history(@By() actor: Actor, @Id() id: string, @Query() page: PageDto) {
    return this.happened.run(actor, id, page);
  }
}
