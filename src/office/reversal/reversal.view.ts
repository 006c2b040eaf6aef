import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import { notBarred } from '../../cases/index.js';
import { CasePenaltiesView, CaseTakedownsView } from '../../enforcement/index.js';
import { CaseCorrectionsView, CaseReceiptsView, CaseRegisterView } from '../../publication/index.js';
import { reversalOf } from './reversal.js';
import type { ActedOn, ReversalLine } from './reversal-line.js';

interface Reader {
  staffId: string;
  rights: ReadonlySet<string>;
}
/** What hangs on a case. Before a fall it says what a fall would do; after it, how far it is undone. */
export interface Reversal {
  caseId: string;
  fell: boolean;
  lines: ReversalLine[];
  /** drafts that this reader can approve now */
  waiting: number;
  /** lines that are not at their end, whoever has to act, or nobody but the clock */
  open: number;
}
interface Head {
  fell: boolean;
  postIds: string[];
  exhibits: number;
}
const HEAD = `SELECT coalesce((SELECT p.what = 'fall' FROM cases.case_fall_proposals p JOIN cases.case_fall_decisions d ON d.proposal_id = p.id AND d.decision = 'approved' WHERE p.case_id = c.id ORDER BY d.decided_at DESC LIMIT 1), false) AS fell,
    ARRAY(SELECT DISTINCT coalesce(o.merged_into, o.id) FROM cases.case_posts l JOIN intake.posts o ON o.id = l.post_id WHERE l.case_id = c.id) AS "postIds",
    (SELECT count(*)::int FROM cases.exhibits x WHERE x.case_id = c.id) AS exhibits
  FROM cases.cases c WHERE c.id = $1 AND ${notBarred('$2')}`;

@Injectable()
export class ReversalView {
  constructor(
    private readonly db: Db,
    private readonly takedowns: CaseTakedownsView,
    private readonly penalties: CasePenaltiesView,
    private readonly corrections: CaseCorrectionsView,
    private readonly register: CaseRegisterView,
    private readonly receipts: CaseReceiptsView,
  ) {}

  run(reader: Reader, caseId: string): Promise<Reversal> {
    return this.db.read(async (tx) => {
      const [head] = await tx.query<Head[]>(HEAD, [caseId, reader.staffId]);
      if (!head) throw new Problem('missing');
      const lines = reversalOf(await this.actedOn(tx, reader, caseId, head));
      const waiting = lines.filter((l) => l.draft && !l.draft.approved && l.draft.mine?.possible).length;
      return { caseId, fell: head.fell, lines, waiting, open: lines.filter((l) => !l.done).length };
    });
  }

  /** Of each kind only what the reader may read. */
  private async actedOn(tx: Tx, reader: Reader, caseId: string, { fell, postIds, exhibits }: Head): Promise<ActedOn> {
    const may = (right: string) => reader.rights.has(right);
    const takedowns = may('takedown.read') ? await this.takedowns.run(tx, reader, caseId) : null;
    const penalties = may('penalty.read') ? await this.penalties.run(tx, reader, caseId) : null;
    const violations = may('violation.read') ? await this.penalties.records(tx, caseId) : null;
    const corrections = may('correction.read') ? await this.corrections.run(tx, reader, caseId) : null;
    const told = [
      ...(takedowns ?? []).map(({ id }) => ({ act: id, subject: id })),
      ...(penalties ?? []).map(({ id, act }) => ({ act, subject: id })),
      ...(corrections ?? []).map(({ id }) => ({ act: id, subject: id })),
    ];
    const register = await this.register.run(tx, caseId, told);
    return { fell, takedowns, penalties, violations, corrections, register, receipts: await this.receipts.run(tx, postIds), exhibits };
  }
}
