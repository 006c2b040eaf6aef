import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import type { Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Evidence } from '../core/evidence/evidence.js';
import { endingOf, groundOf } from './capture-record.js';
import { CapturesRepository, type CaptureRow, type Part } from './captures.repository.js';
import { REFUSED_BY_ROBOTS, type CaptureResult } from './engine/index.js';
import { LearnAddresses } from './learn-addresses.use-case.js';
import { minutesToNextTry, PROFILE_ENDED } from './next-try.js';
import { Observations } from './observations.repository.js';
import { SealPackage, type Prepared } from './stamps/seal-package.use-case.js';

const FINAL: ReadonlySet<string> = new Set([REFUSED_BY_ROBOTS, PROFILE_ENDED]);
const MINUTE = 60_000;

/** What a capture came to, its files in the store. */
export interface Made {
  result: CaptureResult;
  parts: Part[];
  beside: Prepared | null;
}

/** The one end of an order: sealed or failed, with what was observed, and another try where it is worth one. */
@Injectable()
export class EndCapture {
  constructor(
    private readonly captures: CapturesRepository,
    private readonly observations: Observations,
    private readonly learn: LearnAddresses,
    private readonly evidence: Evidence,
    private readonly sealing: SealPackage,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, order: CaptureRow, { result, parts, beside }: Made): Promise<void> {
    const pack = parts.find((p) => p.name === 'package');
    const sealed = result.outcome !== 'failed' && pack !== undefined;
    const evidenceId = sealed ? await this.evidence.seal(tx, { kind: 'capture', ...pack }) : null;
    if (!(await this.captures.end(tx, order.id, endingOf(result, sealed, evidenceId)))) return;
    await this.captures.addParts(tx, order.id, parts);
    await this.observations.add(tx, {
      captureId: order.id,
      addressId: order.addressId,
      postId: order.postId,
      url: order.url,
      observation: result.observation,
      ground: groundOf(result),
      route: { ...result.route, via: order.route, visitor: order.visitor },
    });
    const ids = { captureId: order.id, postId: order.postId, addressId: order.addressId };
    const { observation } = result;
    const eventId = await (sealed
      ? this.log.append(tx, {
          type: 'capture.sealed',
          v: 2,
          public: { platform: result.platform, outcome: result.outcome },
          office: { ...ids, evidenceId: evidenceId!, observation, packageSha256: pack.sha256 },
          subject: order.postId,
        })
      : this.log.append(tx, {
          type: 'capture.failed',
          v: 1,
          public: { outcome: 'failed' },
          office: { ...ids, observation, rule: result.ground.rule },
          subject: order.postId,
        }));
    if (sealed && beside) await this.sealing.keep(tx, ids, eventId, beside);
    await this.log.append(tx, { type: 'address.observed', v: 1, public: { observation }, office: ids, subject: order.postId });
    // what the first look showed; a page that leads elsewhere later, or after a person parted two posts, joins nothing; a source of a claim is no post
    if (sealed && order.reason !== 'source' && (await this.captures.isFirst(tx, order)))
      await this.learn.run(tx, order.postId, result.addresses);
    await this.tryAgain(tx, order, minutesToNextTry({ ...result, final: FINAL }, sealed, order.tries));
  }

  private async tryAgain(tx: Tx, order: CaptureRow, pause: number | null): Promise<void> {
    if (pause === null) return;
    const now = await this.clock.now(tx);
    await this.clock.schedule(tx, { kind: 'capture.retry', ref: order.id, at: new Date(now.getTime() + pause * MINUTE) });
  }
}
