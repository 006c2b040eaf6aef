import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { dayOf } from '../../core/clock/office-day.js';
import { CONFIG, type Config } from '../../core/config.js';
import type { Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import type { ClaimRow } from '../claim.entity.js';
import { ClaimRepository } from '../claim.repository.js';
import { CLAIM_END, endOf, type ClaimEnd } from './overtaken.js';
import { OvertakenRepository } from './overtaken.repository.js';
import '../events.js';

/** Finds out whether a claim is false no more, and says so; where its last day is still to come, it is asked again then. */
@Injectable()
export class NoteEnd {
  constructor(
    private readonly claims: ClaimRepository,
    private readonly overtaken: OvertakenRepository,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(tx: Tx, claimId: string): Promise<void> {
    const end = await this.end(tx, await this.claims.lock(tx, claimId));
    if (!end) return this.overtaken.forget(tx, claimId);
    if (await this.overtaken.note(tx, claimId, end))
      await this.log.append(tx, { type: 'claim.overtaken', v: 1, public: {}, office: { claimId, ...end }, subject: claimId });
  }

  /** A merged claim says nothing of its own: the one that it went into does. */
  private async end(tx: Tx, { id, state, currentVersionId }: ClaimRow): Promise<ClaimEnd | null> {
    const zone = this.config.timeZone;
    await this.clock.cancel(tx, { kind: CLAIM_END, ref: id });
    if (state === 'retired') return { since: await this.overtaken.retiredOn(tx, id, zone), cause: 'retired' };
    if (state !== 'approved' || currentVersionId === null) return null;
    const version = await this.claims.version(tx, currentVersionId);
    const end = endOf(version, dayOf(await this.clock.now(tx), zone));
    if (!end && version.falseTo !== null)
      await this.clock.schedule(tx, { kind: CLAIM_END, ref: id, at: await this.overtaken.afterDay(tx, version.falseTo, zone) });
    return end;
  }
}
