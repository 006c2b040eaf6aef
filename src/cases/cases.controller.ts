import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { AddNote } from './add-note.use-case.js';
import { AddParty } from './add-party.use-case.js';
import { AddPost } from './add-post.use-case.js';
import { AssignCase } from './assign-case.use-case.js';
import { AttachExhibit } from './attach-exhibit.use-case.js';
import {
  AddPostDto,
  AssignmentDto,
  CaseListDto,
  CaseTitleDto,
  DeadlineDto,
  EntryDto,
  ExhibitDto,
  FallDecisionDto,
  FallDto,
  NoteDto,
  OpenCaseDto,
  PartyDto,
  StepDto,
} from './case.dto.js';
import { CaseFileView } from './case-file.view.js';
import { CaseListView } from './case-list.view.js';
import { DecideFall } from './decide-fall.use-case.js';
import { LiftBar } from './lift-bar.use-case.js';
import { OpenCase } from './open-case.use-case.js';
import { ProposeFall } from './propose-fall.use-case.js';
import { RetitleCase } from './retitle-case.use-case.js';
import { SetDeadline } from './set-deadline.use-case.js';
import { StepCase } from './step-case.use-case.js';

const Id = (name = 'id') => Param(name, ParseUUIDPipe);

@Controller('api/cases')
export class CasesController {
  constructor(
    private readonly list: CaseListView,
    private readonly file: CaseFileView,
    private readonly open: OpenCase,
    private readonly stepping: StepCase,
    private readonly posts: AddPost,
    private readonly exhibits: AttachExhibit,
    private readonly notes: AddNote,
    private readonly parties: AddParty,
    private readonly bars: LiftBar,
    private readonly deadlines: SetDeadline,
    private readonly assignment: AssignCase,
    private readonly titles: RetitleCase,
    private readonly proposing: ProposeFall,
    private readonly deciding: DecideFall,
  ) {}

  /** Cases, newest number first unless another order is wanted. */
  @Get()
  @Needs('case.read')
  all(@By() actor: Actor, @Query() query: CaseListDto) {
    return this.list.run(actor, query);
  }

  /** Opens a case for a post that is judged false. */
  @Post()
  @Needs('case.work')
  openFor(@By() actor: Actor, @Body() body: OpenCaseDto) {
    return this.open.run(actor, body);
  }

  /** The whole case file. */
  @Get(':id')
  @Needs('case.read')
  one(@By() actor: Actor, @Id() id: string) {
    return this.file.run(actor, id);
  }

  /** Takes a case one step along its flow. */
  @Post(':id/steps')
  @HttpCode(200)
  @Needs('case.work')
  step(@By() actor: Actor, @Id() id: string, @Body() body: StepDto) {
    return this.stepping.run(actor, id, body);
  }

  /** Adds a post to a case. */
  @Post(':id/posts')
  @Needs('case.work')
  addPost(@By() actor: Actor, @Id() id: string, @Body() body: AddPostDto) {
    return this.posts.run(actor, id, body);
  }

  /** Attaches evidence as an exhibit. */
  @Post(':id/exhibits')
  @Needs('case.exhibit')
  attach(@By() actor: Actor, @Id() id: string, @Body() body: ExhibitDto) {
    return this.exhibits.run(actor, id, body);
  }

  /** Adds a note. */
  @Post(':id/notes')
  @Needs('case.note')
  note(@By() actor: Actor, @Id() id: string, @Body() body: NoteDto) {
    return this.notes.run(actor, id, body);
  }

  /** Adds a person or an organisation. */
  @Post(':id/parties')
  @Needs('case.work')
  addParty(@By() actor: Actor, @Id() id: string, @Body() body: PartyDto) {
    return this.parties.run(actor, id, body);
  }

  /** Lets a colleague who was named in the case know of it again. */
  @Post(':id/parties/:partyId/bar-lift')
  @HttpCode(200)
  @Needs('case.unbar')
  liftBar(@By() actor: Actor, @Id() id: string, @Id('partyId') partyId: string, @Body() body: FallDto) {
    return this.bars.run(actor, id, partyId, body);
  }

  /** Sets a deadline. */
  @Post(':id/deadlines')
  @Needs('case.work')
  setDeadline(@By() actor: Actor, @Id() id: string, @Body() body: DeadlineDto) {
    return this.deadlines.run(actor, id, body);
  }

  /** Notes that a deadline was met. */
  @Post(':id/deadlines/:deadlineId/meet')
  @HttpCode(200)
  @Needs('case.work')
  meetDeadline(@By() actor: Actor, @Id() id: string, @Id('deadlineId') deadlineId: string, @Body() body: EntryDto) {
    return this.deadlines.meet(actor, id, deadlineId, body);
  }

  /** Gives a case to somebody, or to nobody. */
  @Post(':id/assignment')
  @HttpCode(200)
  @Needs('case.work')
  assign(@By() actor: Actor, @Id() id: string, @Body() body: AssignmentDto) {
    return this.assignment.run(actor, id, body);
  }

  /** Gives a case another title. */
  @Post(':id/title')
  @HttpCode(200)
  @Needs('case.work')
  retitle(@By() actor: Actor, @Id() id: string, @Body() body: CaseTitleDto) {
    return this.titles.run(actor, id, body);
  }

  /** Proposes that a confirmed case falls. */
  @Post(':id/falls')
  @Needs('case.propose-fall')
  proposeFall(@By() actor: Actor, @Id() id: string, @Body() body: FallDto) {
    return this.proposing.run(actor, id, body);
  }

  /** Decides about a fall that somebody else proposed. */
  @Post(':id/falls/decision')
  @HttpCode(200)
  @Needs('case.fall')
  decideFall(@By() actor: Actor, @Id() id: string, @Body() body: FallDecisionDto) {
    return this.deciding.run(actor, id, body);
  }

  /** Proposes that a case that fell is reopened. */
  @Post(':id/reopenings')
  @Needs('case.propose-fall')
  proposeReopening(@By() actor: Actor, @Id() id: string, @Body() body: FallDto) {
    return this.proposing.run(actor, id, body, 'reopening');
  }

  /** Decides about a reopening that somebody else proposed. */
  @Post(':id/reopenings/decision')
  @HttpCode(200)
  @Needs('case.fall')
  decideReopening(@By() actor: Actor, @Id() id: string, @Body() body: FallDecisionDto) {
    return this.deciding.run(actor, id, body, 'reopening');
  }
}
