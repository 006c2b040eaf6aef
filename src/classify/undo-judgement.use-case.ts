import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Versioned } from '../core/http/answer.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { TriageRepository } from './triage.repository.js';
import { JudgementRepository } from './judgement.repository.js';
import { triageTable } from './triage-table.js';
import './events.js';
import './problems.js';

/** Takes one's own judgement back within seconds; the log keeps both. */
@Injectable()
export class UndoJudgement {
  constructor(
    private readonly db: Db,
    private readonly items: TriageRepository,
    private readonly judgements: JudgementRepository,
    private readonly log: Log,
  ) {}

  async run(actor: { staffId: string }, itemId: string): Promise<Versioned> {
    return this.db.tx(async (tx) => {
      const item = await this.items.lockFor(tx, actor, itemId);
      const current = await this.judgements.current(tx, item.postId);
      if (item.state !== 'judged' || !current || current.by !== actor.staffId) throw new Problem('undo-too-late');
      if (current.ageSeconds > triageTable.undo_seconds) throw new Problem('undo-too-late');
      if (await this.judgements.isSettled(tx, current.id)) throw new Problem('judgement-settled');
      await this.judgements.undo(tx, current.id, actor.staffId);
      const before = await this.judgements.current(tx, item.postId);
      Object.assign(item, before ? { lookAgain: current.supersedes === null, judgedAt: before.at } : { state: 'waiting', judgedAt: null });
      await this.items.save(tx, item);
      await this.log.append(tx, {
        type: 'judgement.undone',
        v: 1,
        public: { judgement: current.judgement },
        office: { judgementId: current.id, itemId, postId: item.postId },
        actor: actor.staffId,
        subject: item.postId,
      });
      return { version: item.version };
    });
  }
}
