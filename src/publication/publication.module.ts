import { Module } from '@nestjs/common';
import { room } from '../core/loader.js';
import { CasesModule } from '../cases/index.js';
import { ClassifyModule } from '../classify/index.js';
import { CrawlModule } from '../crawl/index.js';
import { EnforcementModule } from '../enforcement/index.js';
import { IntakeModule } from '../intake/index.js';

/** What the public reads: so far, what became of a report. */
@Module(await room(import.meta.dirname, { imports: [IntakeModule, CrawlModule, ClassifyModule, CasesModule, EnforcementModule] }))
export class PublicationModule {}
