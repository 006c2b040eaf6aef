import { Module } from '@nestjs/common';
import { CoreModule } from './core/core.module.js';
import { CasesModule } from './cases/index.js';
import { ClassifyModule } from './classify/index.js';
import { CrawlModule } from './crawl/index.js';
import { EnforcementModule } from './enforcement/index.js';
import { IntakeModule } from './intake/index.js';
import { OfficeModule } from './office/index.js';
import { PublicationModule } from './publication/index.js';
import { RetentionModule } from './retention/index.js';

/** The rooms from left to right, the way data flows, on the ground floor. */
@Module({
  imports: [
    CoreModule,
    IntakeModule,
    CrawlModule,
    ClassifyModule,
    CasesModule,
    EnforcementModule,
    PublicationModule,
    RetentionModule,
    OfficeModule,
  ],
})
export class AppModule {}
