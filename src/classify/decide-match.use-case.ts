import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Versioned } from '../core/http/answer.js';
import { Log } from '../core/events/log.js';
import { prioritise } from './prioritise.js';
import { refuseClosed } from './lease-item.use-case.js';
import { TriageRepository } from './triage.repository.js';
import { MatchRepository } from './match.repository.js';
import './events.js';

export type Decision = 'confirmed' | 'rejected' | null;

/** An inspector confirms or rejects what the machine suggested; null takes the decision back. */
@Injectable()
export class DecideMatch {
  constructor(
    private readonly db: Db,
    private readonly items: TriageRepository,
    private readonly matches: MatchRepository,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, itemId: string, matchId: string, decision: Decision, version?: number): Promise<Versioned> {
    return this.db.tx(async (tx) => {
      const item = await this.items.lockFor(tx, actor, itemId);
      refuseClosed(item, actor, version);
      await this.matches.decide(tx, itemId, matchId, decision, actor.staffId);
      prioritise(item, await this.matches.top(tx, item));
      await this.items.save(tx, item);
      await this.log.append(tx, {
        type: 'match.decided',
        v: 1,
        public: {},
        office: { itemId, matchId, decision },
        actor: actor.staffId,
        subject: item.postId,
      });
      return { version: item.version };
    });
  }
}
