import { Module } from '@nestjs/common';
import { flowFaults } from '../core/flow/flow.js';
import { knownRights } from '../core/identity/rights.js';
import { room } from '../core/loader.js';
import { CasesModule } from '../cases/index.js';
import { ClassifyModule } from '../classify/index.js';
import { CrawlModule } from '../crawl/index.js';
import { EnforcementModule } from '../enforcement/index.js';
import { IntakeModule } from '../intake/index.js';
import { correctionFlow } from './correction.flow.js';

const faults = flowFaults('correction', correctionFlow, 'draft', knownRights);
if (faults.length > 0) throw new Error(faults.join('\n'));

/** What the public reads: what became of a report, and what the office corrects in public. */
@Module(await room(import.meta.dirname, { imports: [IntakeModule, CrawlModule, ClassifyModule, CasesModule, EnforcementModule] }))
export class PublicationModule {}
