import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { OnDue, type Due, type DueHandler } from '../../core/events/on.js';
import { CaptureHandler, type Kept } from '../capture.handler.js';
import { RESUME } from './keep-profile.use-case.js';

/** A capture that waited for its session is made. */
@Injectable()
@OnDue(RESUME, { lane: 'capture', leaseSeconds: 20, maxAttempts: 4 })
export class ResumeCapture implements DueHandler<Kept> {
  constructor(private readonly captures: CaptureHandler) {}

  work({ ref }: Due): Promise<Kept> {
    return this.captures.perform(ref);
  }
  handle(tx: Tx, { ref }: Due, kept: Kept): Promise<void> {
    return this.captures.conclude(tx, ref, kept);
  }
  giveUp(tx: Tx, { ref }: Due, error: Error): Promise<void> {
    return this.captures.abandon(tx, ref, error);
  }
}
