import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { take, type FlowActor, type Held as FlowHeld } from '../core/flow/flow.js';
import { Problem } from '../core/problem/problem.js';
import { Claims } from '../classify/index.js';
import { blanksOf, onFile } from './correction.js';
import { correctionFlow, type CorrectionState } from './correction.flow.js';
import { CorrectionRepository, type CorrectionRow, type Held } from './correction.repository.js';
import { CorrectionContentRepository } from './correction-content.repository.js';
import './problems.js';

export type Person = FlowActor & { staffId: string };
export interface Known {
  /** for the content: who wrote it */
  writing: FlowHeld;
  /** for the withdrawal: who proposed it */
  withdrawing: FlowHeld;
  /** whoever wrote what is to be looked at again since a case fell; null where none did */
  keeping: ReadonlySet<string> | null;
}

/** What is on file of a correction now, and whether somebody may take it a step further. */
@Injectable()
export class KnowCorrection {
  constructor(
    private readonly corrections: CorrectionRepository,
    private readonly contents: CorrectionContentRepository,
    private readonly claims: Claims,
  ) {}

  async run(tx: Tx, { correction, newest, withdrawal }: Held): Promise<Known> {
    const claim = await this.claims.inForce(tx, correction.claimId);
    const needs = onFile({
      content: newest.content,
      fresh: !newest.approved && !newest.returned,
      claimVersionId: claim?.id ?? null,
      withdrawalProposed: withdrawal !== null,
    });
    return {
      writing: { needs, authors: await this.contents.authors(tx, correction.id) },
      withdrawing: { needs, authors: new Set(withdrawal?.proposedById ? [withdrawal.proposedById] : []) },
      keeping: (await this.mayBeKept(tx, correction)) ? await this.contents.writers(tx, newest.id) : null,
    };
  }

  private async mayBeKept(tx: Tx, { id, state }: CorrectionRow): Promise<boolean> {
    return state === 'published' && (await this.corrections.caseFell(tx, id));
  }

  /** Takes the step, or says what stands against it. The row is not saved yet. */
  async step(tx: Tx, held: Held, to: CorrectionState, actor: FlowActor): Promise<void> {
    const { correction, newest } = held;
    const { writing, withdrawing } = await this.run(tx, held);
    const taken = take(correctionFlow, correction.state, to, actor, to === 'withdrawn' ? withdrawing : writing);
    if (taken.ok) {
      correction.state = to;
      return;
    }
    if (taken.reason === 'own-work') throw new Problem('own-draft');
    if (taken.reason === 'no-right') throw new Problem('forbidden');
    if (taken.reason === 'no-such-step')
      throw new Problem('no-such-step', { current: { state: correction.state, version: correction.version } });
    const lacks = 'lacks' in taken ? taken.lacks : [];
    if (lacks.includes('no-blank')) throw new Problem('blank-left', { blanks: blanksOf(newest.content), lacks });
    throw new Problem('correction-lacks', { lacks });
  }
}
