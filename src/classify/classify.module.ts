import { Module } from '@nestjs/common';
import { room } from '../core/loader.js';
import { IntakeModule } from '../intake/index.js';
import { CrawlModule } from '../crawl/index.js';

/** What a post says, set beside what is known to be false; and the inspectors' judgement. */
@Module(await room(import.meta.dirname, { imports: [IntakeModule, CrawlModule] }))
export class ClassifyModule {}
