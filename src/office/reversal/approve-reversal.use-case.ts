import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { demandStepUp, type Actor } from '../../core/identity/index.js';
import { Problem } from '../../core/problem/problem.js';
import { ApproveTakedown, SignPenalty } from '../../enforcement/index.js';
import { WithdrawCorrection } from '../../publication/index.js';
import type { DraftKind, ReversalDraft } from './reversal-line.js';
import { ReversalView } from './reversal.view.js';

/** One draft as its reader saw it. */
export interface AskedApproval {
  kind: DraftKind;
  id: string;
  contentHash: string;
}
/** What became of one line; the others went their own way. */
export interface ApprovalResult extends AskedApproval {
  result: 'approved' | 'already' | 'refused';
  /** why it was refused */
  code: string | null;
  lacks: string[];
}
export interface ApprovalResults {
  results: ApprovalResult[];
}

/** One person approves what waits of a case, each draft by the act that approves it anywhere else, in its own transaction. */
@Injectable()
export class ApproveReversal {
  constructor(
    private readonly view: ReversalView,
    private readonly takedowns: ApproveTakedown,
    private readonly penalties: SignPenalty,
    private readonly corrections: WithdrawCorrection,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(actor: Actor, caseId: string, asked: readonly AskedApproval[]): Promise<ApprovalResults> {
    const { lines } = await this.view.run(actor, caseId);
    const drafts = lines.flatMap((l) => l.draft ?? []);
    const results: ApprovalResult[] = [];
    for (const one of asked) {
      const draft = drafts.find((d) => d.kind === one.kind && d.id === one.id);
      results.push({ ...one, ...(await this.one(actor, draft, one.contentHash)) });
    }
    return { results };
  }

  private async one(
    actor: Actor,
    draft: ReversalDraft | undefined,
    contentHash: string,
  ): Promise<Omit<ApprovalResult, keyof AskedApproval>> {
    try {
      if (!draft) throw new Problem('missing');
      if (draft.contentHash !== contentHash) throw new Problem('content-changed');
      if (draft.approved) return { result: 'already', code: null, lacks: [] };
      await this.approve(actor, draft);
      return { result: 'approved', code: null, lacks: [] };
    } catch (error) {
      if (!(error instanceof Problem) || error.kind.status >= 500) throw error;
      return { result: 'refused', code: error.code, lacks: (error.details.lacks as string[] | undefined) ?? [] };
    }
  }

  private async approve(actor: Actor, { kind, id, contentHash, version }: ReversalDraft): Promise<void> {
    if (kind === 'withdrawal') await this.takedowns.run(actor, id, { contentHash, version });
    else if (kind === 'correction') await this.corrections.decide(actor, id, { agreed: true, version });
    else {
      demandStepUp(actor.factor, this.config.limits.stepUpMinutes);
      await this.penalties.run(actor, id, { contentHash, version });
    }
  }
}
