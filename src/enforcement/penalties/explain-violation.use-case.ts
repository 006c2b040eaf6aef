import { Injectable } from '@nestjs/common';
import { said } from '../../core/text/visible.js';
import { Db } from '../../core/database/db.js';
import type { Entered } from '../../core/http/answer.js';
import { Log } from '../../core/events/log.js';
import { Problem } from '../../core/problem/problem.js';
import type { Day } from '../penalty/day.js';
import { ComposeRecord } from './compose-record.use-case.js';
import type { Person } from './draw-violation.use-case.js';
import { paperOf } from './exhibits.js';
import { ExplanationRepository } from './explanation.repository.js';
import { explains, onPaper, type ExplanationKind } from './procedure.js';
import { PenaltyRepository } from './penalty.repository.js';
import { ViolationRepository, type HeldViolation } from './violation.repository.js';
import { KnownExhibits } from './known-exhibits.repository.js';
import { VoidSignature } from './void-signature.use-case.js';
import './events.js';
import './problems.js';

export interface ExplanationInput {
  kind: ExplanationKind;
  on: Day;
  says?: string | null;
  exhibitId?: string | null;
  version: number;
}

/** Whether the accused may explain is computed and confirmed by legal staff; what the accused says is recorded with the paper that shows it, and takes a signature away. */
@Injectable()
export class ExplainViolation {
  constructor(
    private readonly db: Db,
    private readonly violations: ViolationRepository,
    private readonly exhibits: KnownExhibits,
    private readonly explanations: ExplanationRepository,
    private readonly penalties: PenaltyRepository,
    private readonly composing: ComposeRecord,
    private readonly voiding: VoidSignature,
    private readonly log: Log,
  ) {}

  confirmRight(actor: Person, id: string, { right, version }: { right: boolean; version: number }): Promise<Entered> {
    return this.db.tx(async (tx) => {
      const held = await this.violations.lock(tx, actor, id, version);
      refuseUndrawn(held);
      if ((held.newest.content.explanation?.right ?? false) !== right) throw new Problem('right-differs');
      if (!(await this.explanations.confirmRight(tx, id, right, actor.staffId))) throw new Problem('stale', { current: { version } });
      const { caseId } = held.violation;
      const saved = await this.violations.save(tx, held.violation);
      const office = { violationId: id, caseId, right };
      await this.log.append(tx, { type: 'explanation.right-confirmed', v: 1, public: {}, office, actor: actor.staffId, subject: id });
      return { id, version: saved };
    });
  }

  record(actor: Person, id: string, input: ExplanationInput): Promise<Entered> {
    return this.db.tx(async (tx) => {
      const held = await this.violations.lock(tx, actor, id, input.version);
      refuseUndrawn(held);
      const { violation, newest } = held;
      if (!newest.content.explanation?.right) throw new Problem('no-right-to-explain');
      const { kind, on, exhibitId = null } = input;
      const says = said(input.says);
      if (explains({ kind }) && !says) throw new Problem('step-reason-needed');
      if (on < violation.drawnOn! || on > (await this.composing.today(tx))) throw new Problem('out-of-time');
      if (exhibitId) paperOf(exhibitId, await this.exhibits.of(tx, violation.caseId));
      else if (onPaper({ kind })) throw new Problem('paper-needed');
      const live = await this.penalties.liveOf(tx, id);
      if (live && explains({ kind })) await this.voiding.byExplanation(tx, live.id, actor);
      const explanationId = await this.explanations.add(tx, { violationId: id, kind, on, says, exhibitId, by: actor.staffId });
      const version = await this.violations.save(tx, violation);
      await this.log.append(tx, {
        type: 'explanation.recorded',
        v: 1,
        public: { kind },
        office: { violationId: id, caseId: violation.caseId, explanationId },
        actor: actor.staffId,
        subject: id,
      });
      return { id: explanationId, version };
    });
  }
}

function refuseUndrawn({ violation: { state, version } }: HeldViolation): void {
  if (state !== 'drawn') throw new Problem('no-such-step', { current: { state, version } });
}
