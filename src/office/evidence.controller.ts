import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { By, Needs, type Actor } from '../core/identity/index.js';
import { VerifyEvidence } from './verify-evidence.use-case.js';

@Controller('api/evidence')
export class EvidenceController {
  constructor(private readonly verify: VerifyEvidence) {}

  /** Computes the hashes of an evidence item anew and names the bytes that changed. */
  @Get(':id/verification')
  @Needs('evidence.read')
  verification(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.verify.run(actor, id);
  }
}
