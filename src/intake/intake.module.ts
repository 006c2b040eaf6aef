import { Module } from '@nestjs/common';
import { room } from '../core/loader.js';

/** What people tell us, and the posts that it is about. */
@Module(await room(import.meta.dirname, { imports: [] }))
export class IntakeModule {}
