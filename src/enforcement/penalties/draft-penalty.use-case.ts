import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Db } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import { Cases } from '../../cases/index.js';
import { ComposeDecision, type DecisionInput } from './compose-decision.use-case.js';
import type { Person } from './draw-violation.use-case.js';
import { KnowPenalty } from './know-penalty.use-case.js';
import type { PenaltyStepped } from './penalty-answers.js';
import { PenaltyRepository } from './penalty.repository.js';
import { RewriteDecision } from './rewrite-decision.use-case.js';
import { TellPenalty } from './tell-penalty.use-case.js';
import { ViolationRepository } from './violation.repository.js';
import './problems.js';

/** Legal staff draft what is decided on a record, and write it anew until it bears a number; a new version has no signature. */
@Injectable()
export class DraftPenalty {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly violations: ViolationRepository,
    private readonly penalties: PenaltyRepository,
    private readonly composing: ComposeDecision,
    private readonly know: KnowPenalty,
    private readonly rewriting: RewriteDecision,
    private readonly telling: TellPenalty,
  ) {}

  run(actor: Person, { violationId, ...input }: DecisionInput & { violationId: string }): Promise<PenaltyStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.violations.lock(tx, actor, violationId);
      const { caseId, state } = held.violation;
      if (state !== 'drawn') throw new Problem('penalty-lacks', { lacks: ['record-drawn'] });
      if ((await this.cases.held(tx, caseId)).state !== 'confirmed') throw new Problem('penalty-lacks', { lacks: ['case-confirmed'] });
      const content = await this.composing.run(tx, held, input);
      const id = randomUUID();
      await this.penalties.add(tx, { id, violationId, caseId, kind: 'decision', annuls: null, by: actor.staffId });
      const { id: contentId, sha256 } = await this.penalties.addContent(tx, id, 1, content, actor.staffId);
      await this.telling.plain(tx, await this.penalties.find(tx, null, id), 'drafted', actor, { contentId, contentSha256: sha256 });
      return { id, state: 'draft', version: 1, contentHash: sha256, number: null };
    });
  }

  change(actor: Person, id: string, { version, ...input }: DecisionInput & { version: number }): Promise<PenaltyStepped> {
    return this.db.tx(async (tx) => {
      const { penalty: seen } = await this.penalties.find(tx, actor, id);
      const record = await this.violations.lock(tx, actor, seen.violationId);
      const held = await this.penalties.lock(tx, actor, id, version);
      const { penalty, newest } = held;
      if (newest.content.kind === 'annulment') throw new Problem('no-such-step', { current: { state: penalty.state, version } });
      if (penalty.serial !== null) throw new Problem('already-issued', { current: { state: penalty.state, version } });
      if (penalty.state !== 'draft' && penalty.state !== 'signed')
        throw new Problem('no-such-step', { current: { state: penalty.state, version } });
      const content = await this.composing.run(tx, record, input);
      return this.rewriting.run(tx, held, content, actor);
    });
  }

  /** What was not signed yet is given up, with a reason. */
  cancel(actor: Person, id: string, { reason, version }: { reason: string; version: number }): Promise<PenaltyStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.penalties.lock(tx, actor, id, version);
      const { content } = held.newest;
      // an answer that upholds a complaint about the decision may come at this moment: it holds that decision
      if (content.kind === 'annulment') await this.penalties.lock(tx, null, content.annuls.id);
      await this.know.step(tx, held, 'cancelled', actor);
      const saved = await this.penalties.save(tx, held.penalty);
      await this.violations.note(tx, id, reason.trim(), actor.staffId);
      await this.telling.plain(tx, held, 'cancelled', actor);
      return { id, state: held.penalty.state, version: saved, contentHash: held.newest.sha256, number: null };
    });
  }
}
