import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Put, Req } from '@nestjs/common';
import { By, SignedIn, type Actor, type OfficeRequest } from '../../core/identity/index.js';
import { tokenHash } from '../../core/identity/secrets.js';
import { sessionToken } from '../../core/identity/session-cookie.js';
import { KeepPresence } from './keep-presence.use-case.js';
import { OpenRecordDto } from './open-record.dto.js';

@Controller('api/presence')
export class PresenceController {
  constructor(private readonly presence: KeepPresence) {}

  /** Says for some seconds that this tab has a record open, and answers who else has. */
  @Put(':tab')
  @SignedIn()
  here(@By() actor: Actor, @Param('tab', ParseUUIDPipe) tab: string, @Body() record: OpenRecordDto, @Req() request: OfficeRequest) {
    return this.presence.run(actor, { tab, session: tokenHash(sessionToken(request)!) }, record);
  }

  /** Says that the tab has it open no more. */
  @Delete(':tab')
  @HttpCode(204)
  @SignedIn()
  gone(@By() actor: Actor, @Param('tab', ParseUUIDPipe) tab: string) {
    return this.presence.end(actor, tab);
  }
}
