import { Module } from '@nestjs/common';
import { room } from '../core/loader.js';
import { IntakeModule } from '../intake/index.js';
import { CrawlModule } from '../crawl/index.js';
import { ClassifyModule } from '../classify/index.js';

/** Cases: posts, exhibits, people, deadlines. */
@Module(await room(import.meta.dirname, { imports: [IntakeModule, CrawlModule, ClassifyModule] }))
export class CasesModule {}
