import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { canonical } from '../core/events/canonical.js';
import type { Tx } from '../core/database/db.js';
import { CASE_FELL, restsOn, WITH_NEWEST } from './correction-list.view.js';
import type { CorrectionState } from './correction.flow.js';
import { CorrectionRepository } from './correction.repository.js';
import { KnowCorrection, type Person } from './know-correction.use-case.js';
import { nextActs, type CorrectionAct } from './next-acts.js';

/** A correction of a claim that a case rested on, and whether it is looked at again. */
export interface CaseCorrection {
  id: string;
  title: string;
  state: CorrectionState;
  version: number;
  isPublic: boolean;
  /** the claim itself left the registry; else only the case is at stake */
  claimRetired: boolean;
  /** to be looked at again, since the case fell */
  caseFell: boolean;
  withdrawal: CaseCorrectionWithdrawal | null;
}
/** Proposed, or agreed to. */
export interface CaseCorrectionWithdrawal {
  reason: string;
  contentHash: string;
  agreed: boolean;
  /** what this reader may do to agree to it; null where it does not wait, or not for theirs */
  withdraw: CorrectionAct | null;
}
type Row = Omit<CaseCorrection, 'withdrawal'>;

const OF_CASE = `SELECT c.id, n.content -> 'vi' ->> 'title' AS title, c.state, c.version, c.public_content_id IS NOT NULL AND c.state <> 'withdrawn' AS "isPublic", k.state = 'retired' AS "claimRetired", ${CASE_FELL} AS "caseFell"
  FROM ${WITH_NEWEST} WHERE ${restsOn('$1', 'c.claim_id')} ORDER BY c.created_at, c.id LIMIT 200`;

/** Corrections that rest on what a case rests on, as whoever takes the case back reads them. */
@Injectable()
export class CaseCorrectionsView {
  constructor(
    private readonly corrections: CorrectionRepository,
    private readonly know: KnowCorrection,
  ) {}

  async run(tx: Tx, actor: Person, caseId: string): Promise<CaseCorrection[]> {
    const lines: CaseCorrection[] = [];
    for (const row of await tx.query<Row[]>(OF_CASE, [caseId])) lines.push({ ...row, withdrawal: await this.withdrawal(tx, actor, row) });
    return lines;
  }

  /** What is agreed to is the reason that the public will read, and what it withdraws. */
  private async withdrawal(tx: Tx, actor: Person, { id, state }: Row): Promise<CaseCorrectionWithdrawal | null> {
    const held = await this.corrections.find(tx, id);
    const agreed = state === 'withdrawn';
    const proposed = agreed ? await this.corrections.agreedWithdrawal(tx, id) : held.withdrawal;
    if (!proposed) return null;
    const { id: withdrawalId, reason } = proposed;
    const contentHash = createHash('sha256')
      .update(canonical({ withdrawalId, reason, content: held.newest.sha256 }))
      .digest('hex');
    const standing = { state, contentHash: held.newest.sha256, withdrawalOpen: !agreed, ...(await this.know.run(tx, held)) };
    const withdraw = agreed ? null : (nextActs(standing, actor).find((a) => a.act === 'withdraw') ?? null);
    return { reason, contentHash, agreed, withdraw };
  }
}
