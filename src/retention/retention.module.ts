import { Module } from '@nestjs/common';
import { room } from '../core/loader.js';
import { CasesModule } from '../cases/index.js';

/** What is kept how long: lists of what is due, who let it go, and the purging itself. */
@Module(await room(import.meta.dirname, { imports: [CasesModule] }))
export class RetentionModule {}
