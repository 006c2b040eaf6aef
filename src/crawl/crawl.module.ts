import { Module } from '@nestjs/common';
import { room } from '../core/loader.js';
import { IntakeModule } from '../intake/index.js';

/** What a post showed, as evidence. */
@Module(await room(import.meta.dirname, { imports: [IntakeModule] }))
export class CrawlModule {}
