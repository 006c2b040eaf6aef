import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { TakedownStepped } from './takedown-answers.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import type { Person } from './approve-takedown.use-case.js';
import { takedownTable } from './enforcement-table.js';
import { KnowTakedown } from './know-takedown.use-case.js';
import { SendByHand, type ByHand } from './send-by-hand.use-case.js';
import { TakedownRepository } from './takedown.repository.js';
import './events.js';
import './problems.js';

export interface TakedownSending extends TakedownStepped {
  leavesAt: Date | null;
}

/** Orders an approved request to leave a few seconds later, or takes note that a person has sent it by hand. */
@Injectable()
export class SendTakedown {
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly know: KnowTakedown,
    private readonly byHand: SendByHand,
    private readonly log: Log,
  ) {}

  async run(actor: Person, id: string, input: ByHand): Promise<TakedownSending> {
    const byHand = await this.byHand.run(actor, id, input);
    if (byHand) return { ...byHand, leavesAt: null };
    return this.db.tx(async (tx) => {
      const held = await this.takedowns.lock(tx, actor, id, input.version);
      const { takedown } = held;
      await this.know.step(tx, held, 'sending', actor);
      takedown.attempt += 1;
      takedown.leavesAt = new Date(Date.now() + takedownTable.undo_seconds * 1000);
      const version = await this.takedowns.save(tx, takedown);
      await this.log.append(
        tx,
        {
          type: 'takedown.queued',
          v: 1,
          public: { kind: takedown.kind, platform: takedown.platform },
          office: { takedownId: id, caseId: takedown.caseId, attempt: takedown.attempt },
          actor: actor.staffId,
          subject: id,
        },
        { availableInSeconds: takedownTable.undo_seconds },
      );
      return { state: takedown.state, version, leavesAt: takedown.leavesAt };
    });
  }

  /** Calls back what was ordered to leave, while it is still in the house. */
  callBack(actor: Person, id: string): Promise<TakedownSending> {
    return this.db.tx(async (tx) => {
      const held = await this.takedowns.lock(tx, actor, id);
      const { takedown } = held;
      if (takedown.state === 'sent') throw new Problem('already-leaving');
      if (takedown.state !== 'sending')
        throw new Problem('no-such-step', { current: { state: takedown.state, version: takedown.version } });
      await this.know.step(tx, held, 'approved', actor);
      takedown.leavesAt = null;
      const version = await this.takedowns.save(tx, takedown);
      await this.log.append(tx, {
        type: 'takedown.called-back',
        v: 1,
        public: { kind: takedown.kind, platform: takedown.platform },
        office: { takedownId: id, caseId: takedown.caseId, attempt: takedown.attempt },
        actor: actor.staffId,
        subject: id,
      });
      return { state: takedown.state, version, leavesAt: null };
    });
  }
}
