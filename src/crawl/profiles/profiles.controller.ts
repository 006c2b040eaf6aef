import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { PageDto } from '../../core/http/page.dto.js';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { KeepProfile } from './keep-profile.use-case.js';
import { EndProfileDto, GiveProfileDto, RenewProfileDto } from './profiles.dto.js';
import { ProfilesView } from './profiles.view.js';

@Controller('api/capture-profiles')
export class ProfilesController {
  constructor(
    private readonly view: ProfilesView,
    private readonly keep: KeepProfile,
  ) {}

  /** The sessions with which captures may go, by name. */
  @Get()
  @Needs('profile.manage')
  list(@Query() query: PageDto) {
    return this.view.list(query);
  }

  /** Gives the office a session of a network. */
  @Post()
  @Needs('profile.manage')
  give(@By() actor: Actor, @Body() body: GiveProfileDto) {
    return this.keep.give(actor, body);
  }

  /** Gives it anew; the captures that wait for it are made. */
  @Post(':id/renewal')
  @HttpCode(200)
  @Needs('profile.manage')
  renew(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RenewProfileDto) {
    return this.keep.renew(actor, id, body);
  }

  /** Ends it: what opened it is forgotten, and the captures that wait for it fail. */
  @Post(':id/end')
  @HttpCode(200)
  @Needs('profile.manage')
  end(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: EndProfileDto) {
    return this.keep.end(actor, id, body);
  }
}
