import { Module } from '@nestjs/common';
import { room } from '../core/loader.js';
import { IntakeModule } from '../intake/index.js';
import { CrawlModule } from '../crawl/index.js';
import { ClassifyModule } from '../classify/index.js';
import { CasesModule } from '../cases/index.js';
import { EnforcementModule } from '../enforcement/index.js';
import { PublicationModule } from '../publication/index.js';

/** Screens that read across rooms: work, overview, log, search, counts, saved lists, reversal. */
@Module(
  await room(import.meta.dirname, {
    imports: [IntakeModule, CrawlModule, ClassifyModule, CasesModule, EnforcementModule, PublicationModule],
  }),
)
export class OfficeModule {}
