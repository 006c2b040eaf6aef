import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { newestOf } from '../core/database/newest-of.js';
import { CORRECTION_LINE, WITH_NEWEST, type CorrectionLine } from './correction-list.view.js';
import { blanksOf, type CorrectionContent } from './correction.js';
import { CorrectionRepository } from './correction.repository.js';
import { KnowCorrection, type Person } from './know-correction.use-case.js';
import { nextActs, type CorrectionAct } from './next-acts.js';
import type { PublicCorrection } from './public-corrections.view.js';

export interface CorrectionVersion {
  number: number;
  sha256: string;
  content: CorrectionContent;
  writtenBy: string | null;
  writtenAt: Date;
  approvedBy: string | null;
  approvedAt: Date | null;
  returnedBy: string | null;
  returnedAt: Date | null;
  returnReason: string | null;
}
export interface Withdrawal {
  reason: string;
  proposedBy: string | null;
  proposedAt: Date;
  /** null while nobody decided */
  agreed: boolean | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}
/** One correction with every version, who wrote and who approved each, and what may be done. */
export interface CorrectionFile extends CorrectionLine {
  claimState: string;
  content: CorrectionContent;
  contentHash: string;
  blanks: string[];
  versions: CorrectionVersion[];
  withdrawals: Withdrawal[];
  /** how many of each came before those that are told */
  older: { versions: number; withdrawals: number };
  next: CorrectionAct[];
}
const VERSIONS = `c.number, c.sha256, c.content, w.name AS "writtenBy", c.written_at AS "writtenAt", ab.name AS "approvedBy", a.approved_at AS "approvedAt",
    rb.name AS "returnedBy", r.returned_at AS "returnedAt", r.reason AS "returnReason"
  FROM publication.correction_contents c LEFT JOIN core.staff w ON w.id = c.written_by
  LEFT JOIN publication.correction_approvals a ON a.content_id = c.id LEFT JOIN core.staff ab ON ab.id = a.approved_by
  LEFT JOIN publication.correction_returns r ON r.content_id = c.id LEFT JOIN core.staff rb ON rb.id = r.returned_by
  WHERE c.correction_id = $1 ORDER BY c.number DESC`;
const WITHDRAWALS = `w.reason, p.name AS "proposedBy", w.proposed_at AS "proposedAt", d.agreed, s.name AS "decidedBy", d.decided_at AS "decidedAt"
  FROM publication.correction_withdrawals w LEFT JOIN core.staff p ON p.id = w.proposed_by
  LEFT JOIN publication.correction_withdrawal_decisions d ON d.withdrawal_id = w.id LEFT JOIN core.staff s ON s.id = d.decided_by
  WHERE w.correction_id = $1 ORDER BY w.proposed_at DESC, w.id`;

/** One correction as its screen reads it, in one snapshot. */
@Injectable()
export class CorrectionFileView {
  constructor(
    private readonly db: Db,
    private readonly corrections: CorrectionRepository,
    private readonly know: KnowCorrection,
  ) {}

  run(actor: Person, id: string): Promise<CorrectionFile> {
    return this.db.read(async (tx) => {
      const held = await this.corrections.find(tx, id);
      const [line] = await tx.query<(CorrectionLine & { claimState: string })[]>(
        `SELECT ${CORRECTION_LINE}, k.state AS "claimState" FROM ${WITH_NEWEST} WHERE c.id = $1`,
        [id],
      );
      const { content, sha256: contentHash } = held.newest;
      const known = await this.know.run(tx, held);
      const versions = await newestOf<CorrectionVersion>(tx, VERSIONS, [id]);
      const withdrawals = await newestOf<Withdrawal>(tx, WITHDRAWALS, [id]);
      return {
        ...line,
        content,
        contentHash,
        blanks: blanksOf(content),
        versions: versions.lines.toReversed(),
        withdrawals: withdrawals.lines.toReversed(),
        older: { versions: versions.older, withdrawals: withdrawals.older },
        next: nextActs({ state: line.state, contentHash, withdrawalOpen: held.withdrawal !== null, ...known }, actor),
      };
    });
  }

  /** The newest version as the public would read it, were it published now. */
  preview(id: string): Promise<PublicCorrection> {
    return this.db.read(async (tx) => {
      const { newest } = await this.corrections.find(tx, id);
      const [dates] = await tx.query<Pick<PublicCorrection, 'publishedAt' | 'changedAt'>[]>(
        `SELECT coalesce(published_at, core.office_now()) AS "publishedAt", core.office_now() AS "changedAt" FROM publication.corrections WHERE id = $1`,
        [id],
      );
      return { id, content: newest.content, ...dates, withdrawn: null };
    });
  }
}
