import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { LookAnewDto } from './look-anew.dto.js';
import { LookAnew } from './look-anew.use-case.js';

@Controller('api/cases')
export class LookAnewController {
  constructor(private readonly looking: LookAnew) {}

  /** Notes what was found when a case was looked at anew whose claim is false no more. */
  @Post(':id/looks-anew')
  @Needs('case.work')
  lookAnew(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: LookAnewDto) {
    return this.looking.run(actor, id, body);
  }
}
