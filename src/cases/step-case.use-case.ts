import { Injectable } from '@nestjs/common';
import { said } from '../core/text/visible.js';
import { Db, type Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { take, type FlowActor, type Refusal } from '../core/flow/flow.js';
import { Problem } from '../core/problem/problem.js';
import { actOf, holdsPosts, onFile, type CaseFacts } from './case.js';
import type { CaseRow } from './case.entity.js';
import { caseFlow, type CaseState } from './case.flow.js';
import { CaseRepository } from './case.repository.js';
import { casesTable } from './cases-table.js';
import { KnowCase } from './know-case.use-case.js';
import { PostLinksRepository } from './post-links.repository.js';
import './events.js';
import './problems.js';

export type Person = FlowActor & { staffId: string };
export interface StepInput {
  to: CaseState;
  reason?: string | null;
  /** penalties whose late interest the reason lets be */
  over?: string[] | null;
  version: number;
}
interface How {
  over?: string[];
  /** by two persons */
  decided?: boolean;
}
export interface CaseStepped {
  state: CaseState;
  version: number;
}

/** Takes a case one step along its flow, or says what stands against it. */
@Injectable()
export class StepCase {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly links: PostLinksRepository,
    private readonly know: KnowCase,
    private readonly log: Log,
  ) {}

  run(actor: Person, caseId: string, input: StepInput): Promise<CaseStepped> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, input.version);
      return this.step(tx, actor, found, input.to, said(input.reason), { over: input.over ?? [] });
    });
  }

  /** In the caller's transaction, on a locked case. A fall or the reopening of what fell goes over its proposal (DecideFall), never by this way alone. */
  async step(
    tx: Tx,
    actor: Person,
    found: CaseRow,
    to: CaseState,
    reason: string | null,
    { over = [], decided = false }: How = {},
  ): Promise<CaseStepped> {
    const facts = await this.know.run(tx, found.id);
    const rights = decided ? actor.rights : new Set([...actor.rights].filter((right) => right !== 'case.fall'));
    const authors = new Set(facts.proposed ? [facts.proposed.by] : []);
    const taken = take(caseFlow, found.state, to, { ...actor, rights }, { needs: onFile(facts, new Set(over)), authors });
    if (!taken.ok) throw refused(taken, found, facts);
    if (casesTable.reason_needed.includes(actOf(found.state, to)) && (reason ?? '').length < 3) throw new Problem('step-reason-needed');
    const from = found.state;
    found.state = to;
    if (!holdsPosts(to)) await this.links.release(tx, found.id);
    else if (!holdsPosts(from))
      for (const postId of await this.links.ofCase(tx, found.id)) await this.links.hold(tx, found.id, postId, actor);
    const stepId = await this.cases.addStep(tx, { caseId: found.id, from, to, reason, by: actor.staffId });
    const version = await this.cases.touch(tx, found);
    await this.log.append(tx, {
      type: 'case.stepped',
      v: 1,
      public: { to },
      office: { caseId: found.id, stepId, from, to },
      actor: actor.staffId,
      subject: found.id,
    });
    return { state: to, version };
  }
}

function refused(refusal: Refusal, found: CaseRow, { openPenalties }: CaseFacts): Problem {
  if (refusal.reason === 'lacks') {
    const which = refusal.lacks.includes('no-open-penalty') ? { penalties: openPenalties } : {};
    return new Problem('case-lacks', { lacks: refusal.lacks, ...which });
  }
  if (refusal.reason === 'own-work') return new Problem('own-fall');
  if (refusal.reason === 'no-right') return new Problem('forbidden');
  return new Problem('no-such-step', { current: { state: found.state, version: found.version } });
}
