import { Module } from '@nestjs/common';
import { CoreModule } from './core/core.module.js';

/** The site map: rooms from left to right, the way data flows. */
@Module({ imports: [CoreModule] })
export class AppModule {}
