import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { TakedownStepped } from './takedown-answers.js';
import { Log } from '../core/events/log.js';
import { Cases } from '../cases/index.js';
import type { Person } from './approve-takedown.use-case.js';
import { DeliveryRepository } from './delivery.repository.js';
import { KnowTakedown } from './know-takedown.use-case.js';
import { TakedownRepository } from './takedown.repository.js';
import './events.js';

/** A message that was taken came back after all: the request did not arrive. */
@Injectable()
export class NoteBounce {
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly know: KnowTakedown,
    private readonly cases: Cases,
    private readonly log: Log,
  ) {}

  run(actor: Person, id: string, input: { says: string; version: number }): Promise<TakedownStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.takedowns.lock(tx, actor, id, input.version);
      const { takedown, newest } = held;
      await this.know.step(tx, held, 'undeliverable', actor);
      const row = (await this.deliveries.ofAttempt(tx, id, takedown.attempt))!;
      await this.deliveries.bouncedLate(tx, row.id, input.says.trim(), actor.staffId);
      const version = await this.takedowns.save(tx, takedown);
      await this.log.append(tx, {
        type: 'takedown.undeliverable',
        v: 2,
        public: {
          kind: takedown.kind,
          platform: takedown.platform,
          topic: await this.cases.topic(tx, takedown.caseId),
          act: takedown.id,
          way: newest.content.way,
        },
        office: { takedownId: id, caseId: takedown.caseId, deliveryId: row.id },
        actor: actor.staffId,
        subject: id,
      });
      return { state: takedown.state, version };
    });
  }
}
