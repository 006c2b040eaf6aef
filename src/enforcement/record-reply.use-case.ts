import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import { Db } from '../core/database/db.js';
import type { ItemStepped } from './item-answers.js';
import { Problem } from '../core/problem/problem.js';
import { Cases } from '../cases/index.js';
import type { Reply } from './item.flow.js';
import { ItemRepository } from './item.repository.js';
import { MoveItem } from './move-item.use-case.js';
import { TakedownRepository } from './takedown.repository.js';
import './problems.js';

/** What a platform answered about one link, as a person received it. */
@Injectable()
export class RecordReply {
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly items: ItemRepository,
    private readonly moving: MoveItem,
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  run(
    actor: { staffId: string },
    takedownId: string,
    itemId: string,
    input: { reply: Reply; text?: string; receivedAt?: Date; exhibitId?: string; version?: number },
  ): Promise<ItemStepped> {
    return this.db.tx(async (tx) => {
      const { takedown } = await this.takedowns.lock(tx, actor, takedownId);
      const item = await this.items.lock(tx, takedownId, itemId, input.version);
      if (takedown.state !== 'sent') throw new Problem('no-such-step', { current: { state: takedown.state, version: takedown.version } });
      const now = await this.clock.now(tx);
      const receivedAt = input.receivedAt ?? now;
      if (receivedAt > now || receivedAt < new Date(item.askedAt.getTime() - 60_000))
        throw new Problem('reply-time', { askedAt: item.askedAt });
      const { exhibitId = null } = input;
      if (exhibitId && !(await this.cases.get(tx, takedown.caseId)).exhibits.some((x) => x.id === exhibitId))
        throw new Problem('foreign-exhibit', { exhibitId });
      const version = await this.moving.byReply(tx, takedown, item, {
        reply: input.reply,
        text: input.text?.trim() ?? '',
        receivedAt,
        by: actor.staffId,
        source: null,
        exhibitId,
      });
      return { state: item.state, version: version ?? item.version };
    });
  }
}
