import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { SealedBytes } from '../core/evidence/sealed-bytes.js';
import { Problem } from '../core/problem/problem.js';
import { DeliveryRepository } from './delivery.repository.js';
import { TakedownRepository } from './takedown.repository.js';
import './events.js';

/** Hands out what left, to the byte; each look stands in the log. */
@Injectable()
export class ReadDelivery {
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly sealed: SealedBytes,
    private readonly log: Log,
  ) {}

  run(
    actor: { staffId: string },
    takedownId: string,
    deliveryId: string,
  ): Promise<{ bytes: Readable; mediaType: string; name: string; sha256: string }> {
    return this.db.tx(async (tx) => {
      const { takedown } = await this.takedowns.lock(tx, actor, takedownId);
      const row = await this.deliveries.get(tx, takedownId, deliveryId);
      if (!row) throw new Problem('missing');
      await this.log.append(tx, {
        type: 'takedown.delivery-read',
        v: 1,
        public: {},
        office: { takedownId, caseId: takedown.caseId, deliveryId },
        actor: actor.staffId,
        subject: takedownId,
      });
      // opened last: what fails before leaves no stream open
      const bytes = await this.sealed.open(row.sha256, { of: deliveryId, part: 'letter', subject: takedownId, actor: actor.staffId });
      const ending = row.mediaType === 'message/rfc822' ? 'eml' : row.mediaType === 'application/json' ? 'json' : 'txt';
      return {
        bytes,
        mediaType: row.mediaType,
        sha256: row.sha256,
        name: `${takedown.reference.replaceAll('/', '-')}-${row.attempt}.${ending}`,
      };
    });
  }
}
