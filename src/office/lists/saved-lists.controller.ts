import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { By, SignedIn, type Actor } from '../../core/identity/index.js';
import { ChangeList } from './change-list.use-case.js';
import { SaveList } from './save-list.use-case.js';
import { ChangeListDto, SavedListsDto, SaveListDto } from './saved-list.dto.js';
import { SavedListsView } from './saved-lists.view.js';

@Controller('api/saved-lists')
export class SavedListsController {
  constructor(
    private readonly lists: SavedListsView,
    private readonly saving: SaveList,
    private readonly changing: ChangeList,
  ) {}

  /** The saved lists that one may open, each with how many rows it has now. */
  @Get()
  @SignedIn()
  all(@By() actor: Actor, @Query() { list }: SavedListsDto) {
    return this.lists.run(actor, list);
  }

  /** Keeps a filter of a list under a name. */
  @Post()
  @SignedIn()
  save(@By() actor: Actor, @Body() body: SaveListDto) {
    return this.saving.run(actor, body);
  }

  /** Changes a saved list of one's own. */
  @Patch(':id')
  @SignedIn()
  change(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeListDto) {
    return this.changing.run(actor, id, body);
  }

  /** Deletes a saved list of one's own. */
  @Delete(':id')
  @HttpCode(204)
  @SignedIn()
  drop(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.changing.drop(actor, id);
  }
}
