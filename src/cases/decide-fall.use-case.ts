import { Injectable } from '@nestjs/common';
import { said } from '../core/text/visible.js';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import type { Turn } from './case.js';
import { CaseRepository } from './case.repository.js';
import { EntryRepository } from './entry.repository.js';
import { StepCase, type Person, type CaseStepped } from './step-case.use-case.js';
import './events.js';
import './problems.js';

export interface FallDecision {
  decision: 'approved' | 'declined';
  reason?: string | null;
  version: number;
}
const TURNS = {
  fall: { to: 'dismissed', lacks: 'fall-proposed', own: 'own-fall', approved: 'case.fell', declined: 'case.fall-declined' },
  reopening: {
    to: 'verifying',
    lacks: 'reopening-proposed',
    own: 'own-reopening',
    approved: 'case.reopened',
    declined: 'case.reopening-declined',
  },
} as const;

/** A second person lets a confirmed case fall or one that fell come back, or leaves it as it is. */
@Injectable()
export class DecideFall {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly entries: EntryRepository,
    private readonly stepping: StepCase,
    private readonly log: Log,
  ) {}

  run(actor: Person, caseId: string, input: FallDecision, what: Turn = 'fall'): Promise<CaseStepped> {
    const turn = TURNS[what];
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, input.version);
      const proposal = await this.entries.openFall(tx, caseId, what);
      if (!proposal) throw new Problem('case-lacks', { lacks: [turn.lacks] });
      if (proposal.proposedBy === actor.staffId) throw new Problem(turn.own);
      const reason = said(input.reason);
      if (input.decision === 'declined' && (reason ?? '').length < 3) throw new Problem('step-reason-needed');
      const stepped =
        input.decision === 'approved'
          ? await this.stepping.step(tx, actor, found, turn.to, reason ?? proposal.reason, { decided: true })
          : { state: found.state, version: await this.cases.touch(tx, found) };
      await this.entries.decideFall(tx, proposal.id, input.decision, reason, actor.staffId);
      await this.log.append(tx, {
        type: turn[input.decision],
        v: 1,
        public: {},
        office: { caseId, proposalId: proposal.id },
        actor: actor.staffId,
        subject: caseId,
      });
      return stepped;
    });
  }
}
