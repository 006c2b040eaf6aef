import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import { dayOf } from '../core/clock/office-day.js';
import { CONFIG, type Config } from '../core/config.js';
import { Db } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import { Cases } from '../cases/index.js';
import { DELIVERY_WAYS, type DeliveryWays } from './deliveries/delivery-way.js';
import { legalBases, reachedBy, takedownTable } from './enforcement-table.js';
import { GroundRepository } from './ground.repository.js';
import { carries, toBeConfirmed } from './legal-basis.js';
import { isExactUrl } from './request-text.js';
import type { TakedownChoices } from './takedown-choices.js';
import { TakedownRepository } from './takedown.repository.js';

/** What somebody can choose from before drafting: the links of a case by platform, ways, legal bases in force. */
@Injectable()
export class PrefillView {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly ground: GroundRepository,
    private readonly takedowns: TakedownRepository,
    private readonly clock: Clock,
    @Inject(DELIVERY_WAYS) private readonly ways: DeliveryWays,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(actor: { staffId: string }, caseId: string): Promise<TakedownChoices> {
    return this.db.read(async (tx) => {
      const known = await this.cases.get(tx, caseId);
      if (known.barred.has(actor.staffId)) throw new Problem('missing');
      const links = await this.ground.links(tx, caseId);
      const { stands } = await this.cases.groundOf(tx, caseId);
      const day = dayOf(await this.clock.now(tx), this.config.timeZone);
      const platforms = [...new Set(links.map((l) => l.platform ?? 'other'))].map((platform) => ({ platform, ...reachedBy(platform) }));
      const asked = await this.takedowns.asked(
        tx,
        links.map((l) => l.addressId),
      );
      return {
        caseId,
        caseNumber: known.number,
        caseState: known.state,
        links: links.map((l) => ({
          addressId: l.addressId,
          postId: l.postId,
          url: l.url,
          platform: l.platform ?? 'other',
          author: l.author,
          exact: isExactUrl(l.url),
          stands: stands.has(l.postId),
          evidence: l.evidence,
          sealed: l.sealed,
          asked: asked.get(l.addressId) ?? null,
        })),
        platforms: platforms.map(({ way, ...rest }) => ({ ...rest, delivery: way })),
        ways: [...this.ways.values()].map((w) => ({ key: w.key, ready: w.ready(), byHand: w.byHand })),
        bases: legalBases
          .filter((b) => carries(b, day, takedownTable.office.requester))
          .map((b) => ({ key: b.key, label: b.label, hours: b.hours, toBeConfirmed: toBeConfirmed(b), note: b.note ?? null })),
      };
    });
  }
}
