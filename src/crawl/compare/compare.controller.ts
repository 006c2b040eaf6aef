import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { CompareCaptures } from './compare-captures.use-case.js';

@Controller('api/captures')
export class CompareController {
  constructor(private readonly comparing: CompareCaptures) {}

  /** What changed since the sealed look before. */
  @Get(':id/compare')
  @Needs('evidence.read')
  withBefore(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.comparing.run(actor, id);
  }

  /** What changed between two sealed looks at one post. */
  @Get(':id/compare/:other')
  @Needs('evidence.read')
  withOther(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('other', ParseUUIDPipe) other: string) {
    return this.comparing.run(actor, id, other);
  }
}
