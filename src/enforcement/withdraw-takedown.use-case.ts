import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import type { TakedownWithdrawn } from './takedown-answers.js';
import { Log } from '../core/events/log.js';
import type { FlowActor } from '../core/flow/flow.js';
import { Problem } from '../core/problem/problem.js';
import { Cases } from '../cases/index.js';
import type { Person } from './approve-takedown.use-case.js';
import { ItemRepository } from './item.repository.js';
import { KnowTakedown } from './know-takedown.use-case.js';
import { TakedownRepository, type Held } from './takedown.repository.js';
import { WithdrawItems } from './withdraw-items.use-case.js';
import { WriteWithdrawal } from './write-withdrawal.use-case.js';
import './events.js';

/** What has not left is cancelled at once; of what was sent a withdrawal is drafted, which goes the same way. */
@Injectable()
export class WithdrawTakedown {
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly items: ItemRepository,
    private readonly know: KnowTakedown,
    private readonly ending: WithdrawItems,
    private readonly writing: WriteWithdrawal,
    private readonly cases: Cases,
    private readonly log: Log,
  ) {}

  run(actor: Person, id: string, input: { reason: string; version: number }): Promise<TakedownWithdrawn> {
    return this.db.tx(async (tx) => {
      const held = await this.takedowns.lock(tx, actor, id, input.version);
      const reason = input.reason.trim();
      const { state, kind, sentAt, version } = held.takedown;
      if (sentAt !== null && state !== 'withdrawn') {
        if (kind === 'withdrawal' || state === 'sending') throw new Problem('no-such-step', { current: { state, version } });
        const withdrawalId = await this.writing.run(tx, id, { staffId: actor.staffId, reason });
        return { state, version, withdrawalId };
      }
      return { state: 'withdrawn', version: await this.cancel(tx, held, actor, reason), withdrawalId: null };
    });
  }

  async cancel(tx: Tx, held: Held, actor: FlowActor, reason: string | null): Promise<number> {
    const { takedown } = held;
    await this.know.step(tx, held, 'withdrawn', actor);
    takedown.leavesAt = null;
    const version = await this.takedowns.save(tx, takedown);
    if (reason) await this.takedowns.note(tx, takedown.id, reason, actor.staffId);
    await this.log.append(tx, {
      type: 'takedown.withdrawn',
      v: 2,
      public: {
        kind: takedown.kind,
        platform: takedown.platform,
        topic: await this.cases.topic(tx, takedown.caseId),
        act: takedown.id,
        sent: takedown.sentAt !== null,
      },
      office: { takedownId: takedown.id, caseId: takedown.caseId },
      actor: actor.staffId,
      subject: takedown.id,
    });
    for (const item of takedown.kind === 'removal' ? await this.items.ofTakedown(tx, takedown.id) : [])
      await this.ending.run(tx, takedown, item.id);
    return version;
  }
}
