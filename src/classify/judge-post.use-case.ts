import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Judged } from './act-answers.js';
import { Log } from '../core/events/log.js';
import { said } from '../core/text/visible.js';
import { Problem } from '../core/problem/problem.js';
import { judgementFault, needsReason, type Judgement } from './judgement.js';
import { RestingCases } from './resting-case.use-case.js';
import { refuseForeignLease } from './lease-item.use-case.js';
import { refuseStale } from './refuse-stale.js';
import { TriageRepository } from './triage.repository.js';
import { MatchRepository } from './match.repository.js';
import { JudgementRepository } from './judgement.repository.js';
import { triageTable } from './triage-table.js';
import './events.js';
import './problems.js';

/** `matchId` names the match that the judgement stands on, and confirms it; without one it is the match confirmed last. */
export interface JudgeInput {
  judgement: Judgement;
  matchId?: string | null;
  reason?: string | null;
  /** takes the place of the judgement that stands, for a reason */
  again?: boolean;
  version: number;
}

/** An inspector says what the post is. What follows waits until the undo has run out. */
@Injectable()
export class JudgePost {
  constructor(
    private readonly db: Db,
    private readonly items: TriageRepository,
    private readonly matches: MatchRepository,
    private readonly judgements: JudgementRepository,
    private readonly resting: RestingCases,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, itemId: string, input: JudgeInput): Promise<Judged> {
    return this.db.tx(async (tx) => {
      const item = await this.items.lockFor(tx, actor, itemId);
      if (item.state === 'merged') throw new Problem('merged-away');
      const again = item.state === 'judged' && !item.lookAgain;
      if (again && !input.again) throw new Problem('already-judged', { current: { version: item.version, state: item.state } });
      refuseForeignLease(item, actor.staffId);
      refuseStale(item, input.version);
      if (again && (await this.resting.find(tx, item.postId))) throw new Problem('case-rests-on-it');
      if (input.matchId) await this.matches.decide(tx, itemId, input.matchId, 'confirmed', actor.staffId);
      const confirmed =
        input.judgement === 'false-statement-of-fact' ? await this.matches.confirmed(tx, item, input.matchId ?? null) : null;
      const fault = judgementFault(
        { ...input, confirmedVersionId: confirmed?.versionId ?? null },
        again || needsReason(input.judgement, await this.matches.likely(tx, itemId), triageTable),
      );
      if (fault) throw new Problem(fault);
      const judgementId = await this.judgements.add(tx, item, {
        judgement: input.judgement,
        claimVersionId: confirmed?.versionId ?? null,
        reason: said(input.reason),
        by: actor.staffId,
        supersedes: again ? ((await this.judgements.current(tx, item.postId))?.id ?? null) : null,
      });
      Object.assign(item, { state: 'judged', lookAgain: false, leaseBy: null, leaseUntil: null });
      await this.items.save(tx, item);
      await this.items.stampJudged(tx, item);
      await this.log.append(
        tx,
        {
          type: 'post.judged',
          v: 1,
          actor: actor.staffId,
          subject: item.postId,
          public: { judgement: input.judgement, platform: item.platform ?? 'none', topic: confirmed?.topic ?? 'none' },
          office: {
            judgementId,
            itemId,
            postId: item.postId,
            judgement: input.judgement,
            claimVersionId: confirmed?.versionId ?? null,
            evidenceId: item.evidenceId,
          },
        },
        { availableInSeconds: triageTable.undo_seconds },
      );
      return { judgementId, undoSeconds: triageTable.undo_seconds, version: item.version };
    });
  }
}
