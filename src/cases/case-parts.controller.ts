import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { PageDto } from '../core/http/page.dto.js';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { CasePartsView } from './case-parts.view.js';

@Controller('api/cases/:id')
export class CasePartsController {
  constructor(private readonly parts: CasePartsView) {}

  /** The posts of a case, in the order in which they came. */
  @Get('posts')
  @Needs('case.read')
  posts(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() page: PageDto) {
    return this.parts.posts(actor, id, page);
  }

  /** The exhibits of a case, in the order in which they came. */
  @Get('exhibits')
  @Needs('case.read')
  exhibits(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() page: PageDto) {
    return this.parts.exhibits(actor, id, page);
  }

  /** Who looked at an exhibit of a case, the latest first. */
  @Get('exhibits/:exhibitId/custody')
  @Needs('case.read')
  custody(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('exhibitId', ParseUUIDPipe) exhibitId: string,
    @Query() page: PageDto,
  ) {
    return this.parts.custody(actor, id, exhibitId, page);
  }
}
