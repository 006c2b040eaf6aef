import { Injectable, Logger } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Custody } from '../core/evidence/custody.js';
import { EvidenceStore } from '../core/evidence/store.js';
import { BatchesRepository } from './batches.repository.js';
import './events.js';
import { ProposePurges } from './propose-purges.use-case.js';
import { PurgerRepository, type Purger } from './purger.repository.js';
import { retentionTable as table } from './retention-table.js';

/**
 * One turn of retention: what is due is listed, what two persons let go is purged, and bytes that nothing names any more are removed. Each
 * thing is a transaction of its own and each step asks what is still to do, so that after a kill the next turn goes on where this one ended.
 */
@Injectable()
export class KeepRetention {
  private readonly logger = new Logger('retention');
  private warned = false;
  private readonly failed = new Set<string>();
  constructor(
    private readonly db: Db,
    private readonly batches: BatchesRepository,
    private readonly proposing: ProposePurges,
    private readonly purger: PurgerRepository,
    private readonly store: EvidenceStore,
    private readonly custody: Custody,
    private readonly log: Log,
  ) {}

  /** Whether more waits to be done at once. No step keeps the next ones from their turn; the first error is told when all had theirs. */
  async run(graceMinutes = table.grace_minutes): Promise<boolean> {
    const errors: unknown[] = [];
    let more = false;
    for (const step of [() => this.proposing.run(), async () => (more = await this.purge(graceMinutes)), () => this.tell()])
      await step().catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw errors[0];
    return more;
  }

  private async purge(graceMinutes: number): Promise<boolean> {
    const [items, doomed] = await this.db.read(async (tx) => [
      await this.batches.toPurge(tx, table.turn, [...this.failed]),
      await this.batches.hasDoomed(tx, graceMinutes),
    ]);
    if ((items.length === 0 && !doomed) || !this.mayPurge()) return false;
    return this.purger.as(async (purger) => {
      let settled = 0;
      for (const id of items) settled += await this.purgeOne(purger, id);
      await this.remove(purger, graceMinutes);
      return items.length === table.turn && settled > 0;
    });
  }
  /** One thing that does not go keeps no other back: it stays due, and comes after those that were not tried yet. */
  private purgeOne(purger: Purger, id: string): Promise<number> {
    return purger.purge(id).then(
      () => Number(this.failed.delete(id) || true),
      (error: Error) => {
        this.failed.add(id);
        this.logger.warn(`The item ${id} could not be purged, and is tried again: ${error.message}`);
        return 0;
      },
    );
  }

  private async remove(purger: Purger, graceMinutes: number): Promise<void> {
    for (const { digest, doomedAt } of await purger.doomed(graceMinutes, table.turn)) {
      const outcome = await this.store.remove(digest, doomedAt).then(
        (gone) => (gone ? 'removed' : 'later'), // put anew since: by tomorrow something names it, or nothing does
        (error: Error) => {
          this.logger.warn(`The object ${digest} could not be removed, and is tried again tomorrow: ${error.message}`);
          return 'later' as const;
        },
      );
      await purger.settle(digest, outcome);
    }
  }

  /** What went stands on the log, and a list of which all went is done. */
  private tell(): Promise<void> {
    return this.db.tx(async (tx) => {
      for (const { subject, evidence, ...office } of await this.batches.untold(tx, table.turn)) {
        await this.log.append(tx, { type: 'retention.purged', v: 1, public: {}, office, subject });
        for (const inCustody of evidence) await this.custody.purged(tx, inCustody);
      }
      for (const { id: batchId, purged, refused } of await this.batches.done(tx))
        await this.log.append(tx, { type: 'retention.done', v: 1, public: {}, office: { batchId, purged, refused }, subject: batchId });
    });
  }

  private mayPurge(): boolean {
    if (!this.purger.named && !this.warned) this.logger.warn('Something is to go, and DATABASE_PURGER_URL is not set: it stays');
    this.warned = !this.purger.named;
    return this.purger.named;
  }
}
