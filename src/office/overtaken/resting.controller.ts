import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { RestingView } from './resting.view.js';

@Controller('api/claims')
export class RestingController {
  constructor(private readonly view: RestingView) {}

  /** What rests on a claim: open posts, cases, and drafts that have not left. */
  @Get(':id/resting')
  @Needs('claim.read')
  resting(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.view.run(actor, id);
  }
}
